//! Opening hours of service points: by day of the week, with exceptions, and closed on statutory holidays
//! (Act of 18 January 1951 on days off work).

use db::{Conn, q};
use i18n::T;
use jiff::civil::{Date, Weekday};
use kernel::{
    Ctx, Fault, Lang, OfficeScope, Result,
    ids::{OfficeId, PointId},
};
use law::holidays;
use uuid::Uuid;

use crate::{Day, log, msg, points};

db::row! {
    /// From when to when a point is open on a weekday.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Hours {
        /// The point.
        pub point: PointId,
        /// 1 Monday to 7 Sunday (ISO 8601).
        pub weekday: i64,
        /// Minutes from midnight.
        pub opens: i64,
        /// Minutes from midnight, later than `opens`.
        pub closes: i64,
    }
}

db::row! {
    /// A day on which a point is open otherwise than usual.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Exception {
        /// The identifier.
        pub id: Uuid,
        /// The point.
        pub point: PointId,
        /// The day.
        pub day: Day,
        /// Minutes from midnight; `None` when closed all day.
        pub opens: Option<i64>,
        /// Minutes from midnight.
        pub closes: Option<i64>,
        /// Why, for people to read.
        pub note: String,
    }
}

/// The hours of an office's points, with exceptions from today on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timetable {
    /// Usual hours.
    pub hours: Vec<Hours>,
    /// Exceptions.
    pub exceptions: Vec<Exception>,
}

/// How a point is open on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Open, minutes from midnight; the note of an exception, if it is one.
    Open(i64, i64, String),
    /// Closed all day, with the reason: a holiday's name, the note of an exception, or empty for a usual day off.
    Closed(String),
    /// The office has not said.
    Unknown,
}

impl Timetable {
    /// How a point is open on a day: an exception first, then a statutory holiday, then the day of the week.
    pub fn on(&self, point: PointId, day: Date, lang: Lang) -> Opening {
        if let Some(e) = self.exceptions.iter().find(|e| e.point == point && e.day.0 == day) {
            return match (e.opens, e.closes) {
                (Some(opens), Some(closes)) => Opening::Open(opens, closes, e.note.clone()),
                _ => Opening::Closed(e.note.clone()),
            };
        }
        if !self.hours.iter().any(|h| h.point == point) {
            return Opening::Unknown;
        }
        if let Some(name) = holidays::name(day, T(lang).law()) {
            return Opening::Closed(name.to_owned());
        }
        match self.usual(point, day.weekday()) {
            Some(h) => Opening::Open(h.opens, h.closes, String::new()),
            None => Opening::Closed(String::new()),
        }
    }

    /// The usual hours of a weekday.
    pub fn usual(&self, point: PointId, weekday: Weekday) -> Option<&Hours> {
        let number = i64::from(weekday.to_monday_one_offset());
        self.hours.iter().find(|h| h.point == point && h.weekday == number)
    }

    /// The next day, from the given one on, on which a point is open; at most a month ahead.
    pub fn next_open(&self, point: PointId, from: Date) -> Option<(Date, i64, i64)> {
        let mut day = from;
        for _ in 0..31 {
            if let Opening::Open(opens, closes, _) = self.on(point, day, Lang::Pl) {
                return Some((day, opens, closes));
            }
            day = day.tomorrow().ok()?;
        }
        None
    }
}

/// Minutes from midnight as `7:30`.
pub fn clock(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes from midnight as a time field wants them: `07:30`.
pub(crate) fn field(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `7:30`, `07.30`, `7` as minutes from midnight.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let (hours, minutes): (i64, i64) = (hours.trim().parse().ok()?, minutes.trim().parse().ok()?);
    ((0..=23).contains(&hours) && (0..=59).contains(&minutes) || (hours, minutes) == (24, 0))
        .then_some(hours * 60 + minutes)
}

/// The hours of all points of an office, with exceptions from a day on.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn timetable(c: &mut Conn, scope: OfficeScope, from: Date) -> Result<Timetable> {
    let hours = c
        .all(q!(
            "SELECT point_id, weekday, opens, closes FROM opening_hours WHERE office_id = $1 ORDER BY point_id, weekday LIMIT 4000",
            scope.office()
        ))
        .await?;
    let exceptions = c
        .all(q!(
            "SELECT id, point_id, day, opens, closes, note FROM opening_exception WHERE office_id = $1 AND day >= $2 \
             ORDER BY day, id LIMIT 2000",
            scope.office(),
            Day(from)
        ))
        .await?;
    Ok(Timetable { hours, exceptions })
}

/// Sets the usual hours of a point: for each weekday, 1 to 7, from when to when; weekdays left out are days off.
///
/// # Errors
/// `Invalid` with the field (`opens-1` … `opens-7`) where a point would close before it opens; `NotFound` for a point of
/// another office.
pub async fn set(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, point: PointId, week: &[(i64, i64, i64)]) -> Result<()> {
    points::get(c, scope, point).await?;
    let faults = week
        .iter()
        .filter(|(_, opens, closes)| opens >= closes)
        .map(|(day, ..)| kernel::FieldFault {
            field: format!("opens-{day}"),
            key: msg::OFFICES_FIELD_HOURS,
            args: Vec::new(),
        })
        .collect();
    Fault::check(faults)?;
    c.exec(q!("DELETE FROM opening_hours WHERE office_id = $1 AND point_id = $2", scope.office(), point)).await?;
    for (weekday, opens, closes) in week.iter().filter(|(day, ..)| (1..=7).contains(day)) {
        c.exec(q!(
            "INSERT INTO opening_hours (point_id, office_id, weekday, opens, closes) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (point_id, weekday) DO UPDATE SET opens = excluded.opens, closes = excluded.closes",
            point,
            scope.office(),
            *weekday,
            *opens,
            *closes
        ))
        .await?;
    }
    log::admin(c, ctx, Some(scope.office()), "hours.set", Some(point.0), serde_json::json!({ "week": week })).await
}

/// Opens or closes a point on one day otherwise than usual; a second exception of the day takes the first one's place.
///
/// # Errors
/// `Invalid` when it would close before it opens; `NotFound` for a point of another office.
pub async fn except(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    point: PointId,
    day: Date,
    open: Option<(i64, i64)>,
    note: &str,
) -> Result<()> {
    points::get(c, scope, point).await?;
    if open.is_some_and(|(opens, closes)| opens >= closes) {
        return Err(Fault::field("opens", msg::OFFICES_FIELD_HOURS));
    }
    let id: Uuid = ctx.new_id();
    c.exec(q!(
        "INSERT INTO opening_exception (id, point_id, office_id, day, opens, closes, note) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (point_id, day) DO UPDATE SET opens = excluded.opens, closes = excluded.closes, note = excluded.note",
        id,
        point,
        scope.office(),
        Day(day),
        open.map(|o| o.0),
        open.map(|o| o.1),
        note.trim()
    ))
    .await?;
    let hours = open.map_or_else(|| false.into(), |hours| serde_json::json!(hours));
    let what = serde_json::json!({ "day": Day(day), "open": hours, "note": note.trim() });
    log::admin(c, ctx, Some(scope.office()), "hours.exception", Some(point.0), what).await
}

/// Takes an exception back.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn forget(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, exception: Uuid) -> Result<()> {
    let (point, day): (PointId, Day) = c
        .one(q!(
            "SELECT point_id, day FROM opening_exception WHERE office_id = $1 AND id = $2",
            scope.office(),
            exception
        ))
        .await?;
    c.exec(q!("DELETE FROM opening_exception WHERE office_id = $1 AND id = $2", scope.office(), exception)).await?;
    let what = serde_json::json!({ "day": day });
    log::admin(c, ctx, Some(scope.office()), "hours.exception.removed", Some(point.0), what).await
}

/// Whether an office has said when it is open.
pub(crate) async fn any(c: &mut Conn, office: OfficeId) -> Result<bool> {
    let found: Option<(i64,)> =
        c.opt(q!("SELECT weekday FROM opening_hours WHERE office_id = $1 LIMIT 1", office)).await?;
    Ok(found.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn table() -> (PointId, Timetable) {
        let point = PointId(Uuid::from_u128(1));
        let hours = (1..=5).map(|weekday| Hours { point, weekday, opens: 450, closes: 930 }).collect();
        let exceptions = vec![
            Exception {
                id: Uuid::nil(),
                point,
                day: Day(date(2026, 1, 2)),
                opens: None,
                closes: None,
                note: "Remont".into(),
            },
            Exception {
                id: Uuid::nil(),
                point,
                day: Day(date(2026, 1, 10)),
                opens: Some(540),
                closes: Some(720),
                note: String::new(),
            },
        ];
        (point, Timetable { hours, exceptions })
    }

    #[test]
    fn holidays_and_exceptions_come_before_the_day_of_the_week() {
        let (point, table) = table();
        let on = |d| table.on(point, d, Lang::Pl);
        assert_eq!(on(date(2026, 1, 5)), Opening::Open(450, 930, String::new()));
        assert!(matches!(on(date(2026, 1, 1)), Opening::Closed(name) if !name.is_empty()), "New Year");
        assert_eq!(on(date(2026, 1, 2)), Opening::Closed("Remont".into()));
        assert_eq!(on(date(2026, 1, 3)), Opening::Closed(String::new()), "Saturday");
        assert_eq!(on(date(2026, 1, 10)), Opening::Open(540, 720, String::new()), "an open Saturday");
        assert_eq!(table.next_open(point, date(2026, 1, 1)), Some((date(2026, 1, 5), 450, 930)));
        assert_eq!(table.on(PointId(Uuid::nil()), date(2026, 1, 5), Lang::Pl), Opening::Unknown);
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, minutes) in [("7:30", 450), ("07.30", 450), ("15", 900), ("24:00", 1440)] {
            assert_eq!(parse(text), Some(minutes), "{text}");
        }
        for text in ["", "25:00", "7:60", "rano", "-1"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!((clock(450), field(450)), ("7:30".to_owned(), "07:30".to_owned()));
    }
}
