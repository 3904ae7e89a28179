//! What subjects ask of one another without knowing each other, said once when the program starts.

use db::{BoxFuture, Conn, q};
use i18n::T;
use kernel::{
    Clock as _, Ctx, Micros, OfficeScope, Result, SystemClock,
    ids::{OfficeId, PersonId},
};
use maud::{Markup, html};
use offices::{OfficeRow, SetUp};
use ui::{Button, Card, CardGrid, Icon, Section};

use crate::msg;

/// How many services an office's home page names.
const NAMED: usize = 6;

/// Connects the subjects. A second call changes nothing.
pub fn connect(public_url: &str) {
    identity::set_public_url(public_url);
    identity::tokens::register_offices(offices_of);
    identity::own_data::register(crate::own::parts());
    offices::home_section(home_section);
    offices::often_asked(often_asked);
    offices::set_up_progress(progress);
    offices::applications(applications);
    audit::register_names(vec![offices::names, identity::tokens::names, crate::names::names]);
    correspondence::set_links(public_url, my::secret_link);
    // In this order their pages stand among the tabs of a course.
    enrolments::connect();
    certificates::connect();
    certificates::fetch_with(crate::fetch::fetch);
    training::connect();
    quizzes::connect();
    assignments::connect();
    desk::register_waits(crate::waits::waits);
    courses::register_adopters(vec![quizzes::adopt, assignments::adopt]);
}

fn offices_of<'c>(c: &'c mut Conn, ctx: &'c Ctx, person: PersonId) -> BoxFuture<'c, Result<Vec<(OfficeId, String)>>> {
    Box::pin(async move {
        let rows = offices::offices_of(c, person, ctx.now.warsaw_date()).await?;
        Ok(rows.into_iter().map(|o| (o.id, o.name)).collect())
    })
}

/// The services one can settle online, on the office's home page.
fn home_section<'c>(c: &'c mut Conn, office: &'c OfficeRow, t: T) -> BoxFuture<'c, Result<Markup>> {
    Box::pin(async move {
        let scope = OfficeScope::checked(office.id);
        let services = services::services_of(c, scope).await?;
        // What another office settles is not offered first.
        let named: Vec<_> = services.iter().filter(|s| s.online() && s.level == services::Level::Gmina).collect();
        // Those the demonstration of everyday life begins with: what most people come for, else the first.
        const FIRST: [&str; 6] = [
            "dowod-osobisty",
            "odpis-aktu",
            "zameldowanie",
            "deklaracja-odpady",
            "podatek-od-nieruchomosci",
            "zaswiadczenie-o-niezaleganiu",
        ];
        let mut chosen: Vec<_> = FIRST.iter().filter_map(|slug| named.iter().find(|s| s.slug == *slug)).collect();
        for service in &named {
            if chosen.len() < NAMED && !chosen.iter().any(|s| s.id == service.id) {
                chosen.push(service);
            }
        }
        if chosen.is_empty() {
            return Ok(html! {});
        }
        let grid = CardGrid::new(chosen.into_iter().map(|s| {
            Card::new(s.name(t.lang()))
                .link(format!("/o/{}/services/{}", office.slug, s.slug))
                .icon(Icon::Document)
                .text(s.summary(t.lang()))
        }));
        let all = Button::link(t.s(msg::APP_HOME_ALL_SERVICES), format!("/o/{}/services", office.slug)).secondary();
        Ok(html! {
            (Section::new(t.s(msg::APP_HOME_SERVICES)).body(html! { (grid) p { (all.icon_after(Icon::ArrowRight)) } }))
        })
    })
}

/// What people often look for, as far as the office settles it.
fn often_asked<'c>(c: &'c mut Conn, office: &'c OfficeRow, t: T) -> BoxFuture<'c, Result<Vec<String>>> {
    Box::pin(async move {
        const OFTEN: [&str; 4] = ["dowod-osobisty", "odpis-aktu", "deklaracja-odpady", "zezwolenie-usuniecie-drzew"];
        let services = services::services_of(c, OfficeScope::checked(office.id)).await?;
        let often = OFTEN.iter().filter_map(|slug| services.iter().find(|s| s.published && s.slug == *slug));
        Ok(often.map(|s| s.name(t.lang()).to_owned()).collect())
    })
}

/// How many applications each office received since a moment.
fn applications<'c>(c: &'c mut Conn, since: Micros) -> BoxFuture<'c, Result<Vec<(OfficeId, u64)>>> {
    Box::pin(async move {
        c.all(q!("SELECT office_id, COUNT(*) FROM submission WHERE sent_at >= $1 GROUP BY office_id", since)).await
    })
}

fn progress<'c>(c: &'c mut Conn, scope: OfficeScope) -> BoxFuture<'c, Result<SetUp>> {
    Box::pin(async move {
        let services = services::services_of(c, scope).await?.iter().filter(|s| s.published).count() as u64;
        let file_plan = records::file_plan::in_force(c, scope, SystemClock.today()).await?.is_some();
        Ok(SetUp { services, file_plan })
    })
}
