use super::*;
use crate::holidays;
use jiff::civil::date;
use proptest::prelude::*;

fn end(start: &str, amount: u32, unit: Unit) -> String {
    last_day(start.parse().unwrap(), Span::new(amount, unit)).unwrap().last_day.to_string()
}

#[test]
fn counts_each_unit() {
    assert_eq!(end("2026-01-12", 14, Unit::Days), "2026-01-26");
    assert_eq!(end("2025-01-31", 1, Unit::Months), "2025-02-28");
    assert_eq!(end("2024-02-29", 4, Unit::Years), "2028-02-29");
    assert_eq!(end("2026-03-23", 2, Unit::Weeks), "2026-04-07");
}

#[test]
fn refuses_what_cannot_be_counted() {
    let day = date(2026, 1, 12);
    assert_eq!(last_day(day, Span::new(0, Unit::Days)), Err(TermError::Zero));
    assert!(matches!(last_day(day, Span::new(u32::MAX, Unit::Days)), Err(TermError::TooLong(_))));
    assert!(matches!(last_day(day, Span::new(101, Unit::Years)), Err(TermError::TooLong(_))));
    assert!(matches!(last_day(date(1960, 12, 31), Span::new(1, Unit::Days)), Err(TermError::TooEarly(_))));
    assert_eq!(last_day(Date::MAX, Span::new(1, Unit::Days)), Err(TermError::TooLate));
    // 31 December 9999 is a Friday: the last day there is.
    assert_eq!(end("9999-12-30", 1, Unit::Days), "9999-12-31");
}

#[test]
fn explains_the_move_over_christmas() {
    let counted = last_day(date(2025, 12, 10), Span::new(14, Unit::Days)).unwrap();
    let text = counted.explain(Lang::Pl);
    for part in ["art. 57 § 1", "art. 57 § 4", "Wigilia Bożego Narodzenia", "sobota", "niedziela", "29 grudnia 2025 r."]
    {
        assert!(text.contains(part), "{part} is missing from {text}");
    }
    assert!(counted.explain(Lang::En).contains("Monday, 29 December 2025"));
}

#[test]
fn explains_short_months_and_years() {
    let month = last_day(date(2025, 11, 30), Span::new(3, Unit::Months)).unwrap();
    assert!(matches!(month.why[0], Why::MonthTooShort { .. }));
    assert!(month.explain(Lang::Pl).contains("nie ma dnia 30."));
    let year = last_day(date(2024, 2, 29), Span::new(1, Unit::Years)).unwrap();
    assert!(matches!(year.why[0], Why::NoLeapDay { .. }));
    let one = last_day(date(2026, 1, 12), Span::new(1, Unit::Days)).unwrap();
    assert!(one.explain(Lang::En).contains("the term (1 day) ends on 13 January 2026"));
}

#[test]
fn a_term_in_working_days_is_carried_by_the_span_and_pushed_by_pauses() {
    let span = Span::new(7, Unit::WorkingDays);
    assert_eq!((span.words(Lang::Pl), span.words(Lang::En)), ("7 dni roboczych".into(), "7 working days".into()));
    assert_eq!(Span::new(2, Unit::WorkingDays).words(Lang::Pl), "2 dni robocze");
    assert_eq!(serde_json::to_string(&span).unwrap(), r#"{"amount":7,"unit":"working_days"}"#);
    let counted = last_day(date(2026, 6, 3), span).unwrap();
    assert_eq!(
        (counted.last_day, counted.moved()),
        (date(2026, 6, 15), false),
        "Corpus Christi and two weekends do not count"
    );
    assert!(counted.explain(Lang::Pl).contains("liczy się tylko dni robocze"), "{}", counted.explain(Lang::Pl));
    // Friday to Monday: four calendar days, two working ones.
    let mut clock = Clock::new(date(2026, 6, 3), span).unwrap();
    clock.pause(Pause { from: date(2026, 6, 5), to: Some(date(2026, 6, 8)) }).unwrap();
    let due = clock.due(date(2026, 6, 10)).unwrap();
    assert_eq!((due.last_day, due.paused_days), (date(2026, 6, 17), 4));
}

#[test]
fn counts_working_days() {
    // From Wednesday before Corpus Christi: Friday is the first.
    assert_eq!(add_working_days(date(2026, 6, 3), 1).unwrap(), date(2026, 6, 5));
    assert_eq!(add_working_days(date(2026, 6, 3), 3).unwrap(), date(2026, 6, 9));
    assert_eq!(working_days_between(date(2026, 6, 3), date(2026, 6, 9)), 3);
    assert_eq!(working_days_between(date(2026, 6, 9), date(2026, 6, 3)), -3);
    assert_eq!(add_working_days(date(2026, 6, 6), 0).unwrap(), date(2026, 6, 6));
    assert!(add_working_days(Date::MAX, 1).is_err());
}

fn month_from(start: Date) -> Clock {
    Clock::new(start, Span::new(1, Unit::Months)).unwrap()
}

#[test]
fn a_clock_runs_and_runs_out() {
    let clock = month_from(date(2026, 1, 12));
    assert_eq!(clock.due(date(2026, 1, 12)).unwrap().last_day, date(2026, 2, 12));
    assert_eq!(clock.state(date(2026, 2, 10)).unwrap(), State::Running { left: 2 });
    assert_eq!(clock.state(date(2026, 2, 12)).unwrap(), State::Running { left: 0 });
    assert_eq!(clock.state(date(2026, 2, 13)).unwrap(), State::Overdue { by: 1 });
    assert_eq!(clock.days_left(date(2026, 2, 15)).unwrap(), -3);
}

#[test]
fn a_pause_pushes_the_end_by_its_days() {
    let mut clock = month_from(date(2026, 1, 12));
    clock.pause(Pause { from: date(2026, 1, 20), to: None }).unwrap();
    assert_eq!(clock.pause(Pause { from: date(2026, 1, 21), to: None }), Err(TermError::PausedAlready));
    // On the third day of the pause the end is three days later: 15 February is a Sunday.
    let due = clock.due(date(2026, 1, 22)).unwrap();
    assert_eq!((due.last_day, due.paused_days), (date(2026, 2, 16), 3));
    assert_eq!(clock.state(date(2026, 1, 22)).unwrap(), State::Paused { since: date(2026, 1, 20), left: 25 });
    clock.resume(date(2026, 1, 29)).unwrap();
    assert_eq!(clock.resume(date(2026, 1, 29)), Err(TermError::NotPaused));
    let due = clock.due(date(2026, 3, 30)).unwrap();
    assert_eq!((due.last_day, due.paused_days), (date(2026, 2, 23), 10));
    assert!(due.counted.explain(Lang::Pl).contains("nie wlicza się 10 dni przerwy"));
}

#[test]
fn overlapping_pauses_count_once_and_late_ones_not_at_all() {
    let mut clock = month_from(date(2026, 1, 12));
    clock.pause(Pause { from: date(2026, 1, 10), to: Some(date(2026, 1, 14)) }).unwrap();
    clock.pause(Pause { from: date(2026, 1, 14), to: Some(date(2026, 1, 15)) }).unwrap();
    // 13, 14 and 15 January count; the first day and what was before it do not.
    assert_eq!(clock.due(date(2026, 1, 15)).unwrap().paused_days, 3);
    clock.pause(Pause { from: date(2026, 5, 1), to: Some(date(2026, 5, 9)) }).unwrap();
    assert_eq!(clock.due(date(2026, 6, 1)).unwrap().paused_days, 3);
    assert!(clock.pause(Pause { from: date(2026, 5, 9), to: Some(date(2026, 5, 1)) }).is_err());
}

#[test]
fn a_pause_in_the_moved_days_still_counts() {
    // The term would end on Saturday 24 January and moves to Monday; on Monday the case is suspended.
    let mut clock = Clock::new(date(2026, 1, 10), Span::new(14, Unit::Days)).unwrap();
    clock.pause(Pause { from: date(2026, 1, 26), to: Some(date(2026, 1, 28)) }).unwrap();
    assert_eq!(clock.due(date(2026, 1, 26)).unwrap().last_day, date(2026, 1, 29));
}

#[test]
fn a_settled_case_is_done() {
    let mut clock = month_from(date(2026, 1, 12));
    clock.settle(Some(date(2026, 2, 1)));
    assert_eq!(clock.state(date(2026, 6, 1)).unwrap(), State::Done { on: date(2026, 2, 1), in_time: true });
    clock.settle(Some(date(2026, 2, 13)));
    assert_eq!(clock.state(date(2026, 6, 1)).unwrap(), State::Done { on: date(2026, 2, 13), in_time: false });
}

#[test]
fn words_have_the_right_plural() {
    let words = |n, unit| Span::new(n, unit).words(Lang::Pl);
    assert_eq!(words(1, Unit::Months), "1 miesiąc");
    assert_eq!(words(3, Unit::Weeks), "3 tygodnie");
    assert_eq!(words(12, Unit::Years), "12 lat");
    assert_eq!(words(22, Unit::Years), "22 lata");
    assert_eq!(Span::new(1, Unit::Days).words(Lang::En), "1 day");
}

prop_compose! {
    fn any_day()(year in 1961i16..2200, day in 1i16..=365) -> Date {
        date(year, 1, 1).with().day_of_year(day).build().unwrap()
    }
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::Days), Just(Unit::Weeks), Just(Unit::Months), Just(Unit::Years), Just(Unit::WorkingDays)]
}

proptest! {
    #[test]
    fn the_last_day_is_the_first_working_day_from_the_raw_end(start in any_day(), amount in 1u32..=100, unit in any_unit()) {
        let counted = last_day(start, Span::new(amount, unit)).unwrap();
        prop_assert!(counted.raw_end > start);
        prop_assert!(counted.last_day >= counted.raw_end);
        prop_assert!(holidays::is_working_day(counted.last_day));
        let mut day = counted.raw_end;
        while day < counted.last_day {
            prop_assert!(!holidays::is_working_day(day));
            day = day.tomorrow().unwrap();
        }
        prop_assert_eq!(counted.why.len(), 1 + usize::from(counted.moved()));
    }

    #[test]
    fn a_longer_term_never_ends_earlier(start in any_day(), amount in 1u32..=99, unit in any_unit()) {
        let shorter = last_day(start, Span::new(amount, unit)).unwrap();
        let longer = last_day(start, Span::new(amount + 1, unit)).unwrap();
        prop_assert!(longer.last_day >= shorter.last_day);
    }

    #[test]
    fn any_date_and_amount_answer_without_panic(year in -9999i16..=9999, day in 1i16..=365, amount: u32, unit in any_unit()) {
        let start = date(year, 1, 1).with().day_of_year(day).build().unwrap();
        if let Err(error) = last_day(start, Span::new(amount, unit)) {
            prop_assert!(!error.why_pl().is_empty() && !error.why_en().is_empty());
        }
    }

    #[test]
    fn a_pause_never_shortens_a_term(
        start in any_day(),
        amount in 1u32..=60,
        pauses in proptest::collection::vec((-10i64..120, 0i64..40), 0..5),
        today in 0i64..200,
    ) {
        let mut clock = Clock::new(start, Span::new(amount, Unit::Days)).unwrap();
        let today = start.checked_add(today.days()).unwrap();
        let mut before = clock.due(today).unwrap().last_day;
        for (offset, length) in pauses {
            let from = start.checked_add(offset.days()).unwrap();
            let to = from.checked_add(length.days()).unwrap();
            clock.pause(Pause { from, to: Some(to) }).unwrap();
            let due = clock.due(today).unwrap();
            prop_assert!(due.last_day >= before);
            prop_assert!(holidays::is_working_day(due.last_day));
            prop_assert!(due.last_day > to || from > before || to <= start, "the term cannot end inside a pause");
            before = due.last_day;
        }
    }

    #[test]
    fn adding_working_days_and_counting_them_agree(start in any_day(), n in 0u32..400) {
        let to = add_working_days(start, n).unwrap();
        prop_assert_eq!(working_days_between(start, to), i64::from(n));
    }
}
