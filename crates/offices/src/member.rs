//! People who serve in an office: in a unit, in a position, with roles, between two dates.

use db::{Conn, Json, Q, q};
use jiff::civil::Date;
use kernel::{
    Ctx, Event, Fault, OfficeScope, Result,
    ids::{MembershipId, OfficeId, PersonId, PositionId, UnitId},
};
use law::fold::{fold, sort_key};

use crate::{Day, Role, day, log, msg, role::tidy, unit};

/// The columns of [`MemberRow`], from `membership m`, `unit u`, `person p` and `position s`.
macro_rules! member_select {
    () => {
        "SELECT m.id, m.person_id, m.unit_id, u.code, u.name, m.position_id, COALESCE(s.name, ''), m.roles, m.from_date, \
         m.to_date, m.version, p.given_name, p.family_name, p.email FROM membership m JOIN unit u ON u.id = m.unit_id \
         JOIN person p ON p.id = m.person_id LEFT JOIN position s ON s.id = m.position_id WHERE m.office_id = $1"
    };
}

db::row! {
    /// A person's service in a unit.
    #[derive(Debug, Clone, PartialEq)]
    pub struct MemberRow {
        /// The identifier.
        pub id: MembershipId,
        /// Who.
        pub person: PersonId,
        /// In which unit.
        pub unit: UnitId,
        /// The unit's code.
        pub unit_code: String,
        /// The unit's name.
        pub unit_name: String,
        /// The position, if given.
        pub position_id: Option<PositionId>,
        /// The position's name; empty if none.
        pub position: String,
        /// What they may do.
        pub roles: Json<Vec<Role>>,
        /// From which day.
        pub from: Day,
        /// Until which day, if it ends.
        pub to: Option<Day>,
        /// Counts edits.
        pub version: i64,
        /// Given names.
        pub given_name: String,
        /// Family name.
        pub family_name: String,
        /// The address of the account.
        pub email: String,
    }
}

impl MemberRow {
    /// Name as shown: "Anna Nowak".
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
    /// Whether the service lasts on a day.
    pub fn in_force(&self, on: Date) -> bool {
        day::within(on, self.from, self.to)
    }
    /// Whether it carries a role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.0.contains(&role)
    }
}

/// Who somebody is in an office on a day, all their services there taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The first of their services.
    pub membership: MembershipId,
    /// Who.
    pub person: PersonId,
    /// The unit of the first service.
    pub unit: UnitId,
    /// Its code.
    pub unit_code: String,
    /// Its name.
    pub unit_name: String,
    /// The position of the first service.
    pub position: String,
    /// Name as shown.
    pub name: String,
    /// The address of the account.
    pub email: String,
    /// What they may do: their own roles, and those of people they stand in for except [`Role::Administrator`].
    pub roles: Vec<Role>,
    /// What they may do by themselves.
    pub own_roles: Vec<Role>,
    /// All units they serve in, and those of people they stand in for.
    pub units: Vec<UnitId>,
    /// For superiors: their units with all units below them. Empty for others.
    pub units_below: Vec<UnitId>,
    /// Whom they stand in for today.
    pub stands_in_for: Vec<PersonId>,
}

impl Member {
    /// Whether they have a role, by themselves or standing in for somebody.
    pub fn may(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// What a list of people is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Serving in this unit.
    pub unit: Option<UnitId>,
    /// With this role.
    pub role: Option<Role>,
    /// Serving on this day; without it everybody who ever did.
    pub on: Option<Date>,
    /// Whose name, e-mail or position contains this (folded).
    pub text: String,
}

impl Filter {
    /// Everybody serving on a day.
    pub fn on(day: Date) -> Self {
        Self { on: Some(day), ..Self::default() }
    }
}

/// The people of an office, by family name in the Polish order; one row for each service.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn members(c: &mut Conn, scope: OfficeScope, filter: Filter) -> Result<Vec<MemberRow>> {
    let mut q = Q::new(member_select!()).bind(scope.office());
    if let Some(on) = filter.on {
        q = q.push(" AND m.from_date <= ", Day(on)).push(" AND (m.to_date IS NULL OR m.to_date >= ", Day(on)).text(")");
    }
    if let Some(unit) = filter.unit {
        q = q.push(" AND m.unit_id = ", unit);
    }
    if let Some(role) = filter.role {
        q = q.push(" AND m.roles LIKE ", format!("%\"{}\"%", role.as_str()));
    }
    let mut rows: Vec<MemberRow> = c.all(q.text(" LIMIT 20000")).await?;
    let wanted = fold(&filter.text);
    if !wanted.is_empty() {
        rows.retain(|r| fold(&format!("{} {} {}", r.name(), r.email, r.position)).contains(&wanted));
    }
    rows.sort_by_cached_key(|r| (sort_key(&r.family_name), sort_key(&r.given_name), r.from, r.id));
    Ok(rows)
}

/// Who a person is in the office on a day; `None` when they do not serve there.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn member_of(c: &mut Conn, scope: OfficeScope, person: PersonId, on: Date) -> Result<Option<Member>> {
    let rows: Vec<MemberRow> = c
        .all(q!(
            concat!(
                member_select!(),
                " AND m.person_id = $2 AND m.from_date <= $3 AND (m.to_date IS NULL OR m.to_date >= $3) \
                 ORDER BY m.from_date, m.id LIMIT 100"
            ),
            scope.office(),
            person,
            Day(on)
        ))
        .await?;
    let Some(first) = rows.first().cloned() else { return Ok(None) };
    let own_roles = tidy(rows.iter().flat_map(|r| r.roles.0.iter().copied()).collect());
    let mut roles = own_roles.clone();
    let mut units: Vec<UnitId> = rows.iter().map(|r| r.unit).collect();
    let mut stands_in_for = Vec::new();
    let absent: Vec<(PersonId, UnitId, Json<Vec<Role>>)> = c
        .all(q!(
            "SELECT m.person_id, m.unit_id, m.roles FROM substitution s JOIN membership m ON m.office_id = s.office_id \
             AND m.person_id = s.absent_id WHERE s.office_id = $1 AND s.substitute_id = $2 AND NOT s.cancelled \
             AND s.from_date <= $3 AND s.to_date >= $3 AND m.from_date <= $3 AND (m.to_date IS NULL OR m.to_date >= $3) \
             ORDER BY s.from_date, s.id LIMIT 500",
            scope.office(),
            person,
            Day(on)
        ))
        .await?;
    for (who, unit, theirs) in absent {
        if !stands_in_for.contains(&who) {
            stands_in_for.push(who);
        }
        units.push(unit);
        roles.extend(theirs.0.into_iter().filter(|r| *r != Role::Administrator));
    }
    units.sort_unstable();
    units.dedup();
    let roles = tidy(roles);
    let units_below = if roles.contains(&Role::Superior) { below(c, scope, &units).await? } else { Vec::new() };
    let name = first.name();
    Ok(Some(Member {
        membership: first.id,
        person,
        unit: first.unit,
        unit_code: first.unit_code,
        unit_name: first.unit_name,
        position: first.position,
        name,
        email: first.email,
        roles,
        own_roles,
        units,
        units_below,
        stands_in_for,
    }))
}

/// Units with all units below them, at most 500.
async fn below(c: &mut Conn, scope: OfficeScope, units: &[UnitId]) -> Result<Vec<UnitId>> {
    let q = Q::new("WITH RECURSIVE below (id) AS (SELECT id FROM unit WHERE office_id = $1")
        .bind(scope.office())
        .push_in(" AND id IN ", units.iter().copied())
        .text(
            " UNION SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id WHERE u.office_id = $1)
             SELECT id FROM below ORDER BY id LIMIT 500",
        );
    let found: Vec<(UnitId,)> = c.all(q).await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// The superiors of a unit on a day: its own first, then those of the units above.
///
/// # Errors
/// `Unavailable` when the database is away.
pub async fn superiors_of(c: &mut Conn, scope: OfficeScope, unit: UnitId, on: Date) -> Result<Vec<MemberRow>> {
    let all = unit::units(c, scope, on).await?;
    let way = unit::with_those_above(&all, unit);
    let mut superiors = members(c, scope, Filter { role: Some(Role::Superior), ..Filter::on(on) }).await?;
    superiors.retain(|m| way.contains(&m.unit));
    superiors.sort_by_key(|m| way.iter().position(|u| *u == m.unit));
    Ok(superiors)
}

/// A service to begin, or what one is changed to.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMember {
    /// Who.
    pub person: PersonId,
    /// In which unit.
    pub unit: UnitId,
    /// In which position; see [`position`](crate::position).
    pub position: Option<PositionId>,
    /// What they may do; at least one.
    pub roles: Vec<Role>,
    /// From which day.
    pub from: Date,
    /// Until which day, if known.
    pub to: Option<Date>,
}

/// Checks a service; gives what the log says of it.
async fn check(
    c: &mut Conn,
    scope: OfficeScope,
    id: Option<MembershipId>,
    new: &NewMember,
) -> Result<serde_json::Value> {
    let mut faults = Vec::new();
    let mut wrong = |field: &str, key| faults.push(kernel::FieldFault { field: field.into(), key, args: Vec::new() });
    if new.roles.is_empty() {
        wrong("roles", msg::OFFICES_FIELD_ROLES);
    }
    if new.to.is_some_and(|to| to < new.from) {
        wrong("to", msg::OFFICES_FIELD_PERIOD);
    }
    let mut unit_code = String::new();
    match unit::unit(c, scope, new.unit).await {
        Ok(unit) => {
            unit_code.clone_from(&unit.code);
            if unit.from.0 > new.from || unit.to.is_some_and(|end| new.to.is_none_or(|to| to > end.0)) {
                wrong("unit", msg::OFFICES_FIELD_UNIT_PERIOD);
            }
        }
        Err(fault) if fault.kind == kernel::FaultKind::NotFound => wrong("unit", web::msg::FIELD_CHOICE),
        Err(fault) => return Err(fault),
    }
    let mut position_name = None;
    if let Some(position) = new.position {
        let known: Option<(String,)> =
            c.opt(q!("SELECT name FROM position WHERE office_id = $1 AND id = $2", scope.office(), position)).await?;
        if known.is_none() {
            wrong("position", web::msg::FIELD_CHOICE);
        }
        position_name = known.map(|k| k.0);
    }
    let twice: Vec<(MembershipId, Day, Option<Day>)> = c
        .all(q!(
            "SELECT id, from_date, to_date FROM membership WHERE office_id = $1 AND person_id = $2 AND unit_id = $3 LIMIT 200",
            scope.office(),
            new.person,
            new.unit
        ))
        .await?;
    let meets =
        |from: Day, to: Option<Day>| to.is_none_or(|to| new.from <= to.0) && new.to.is_none_or(|end| from.0 <= end);
    if twice.iter().any(|(other, from, to)| Some(*other) != id && meets(*from, *to)) {
        wrong("unit", msg::OFFICES_FIELD_MEMBER_TWICE);
    }
    Fault::check(faults)?;
    Ok(serde_json::json!({
        "unit": unit_code, "position": position_name, "roles": tidy(new.roles.clone()),
        "from": Day(new.from), "to": new.to.map(Day),
    }))
}

/// Lets a person serve in a unit. Emits `office.member.added`, which concerns the person.
///
/// # Errors
/// `Invalid` with the fields at fault: `roles`, `unit`, `position`, `to`.
pub async fn add_member(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewMember) -> Result<MembershipId> {
    let mut what = check(c, scope, None, &new).await?;
    what["person"] = identity::person(c, new.person).await?.name().into();
    let id: MembershipId = ctx.new_id();
    let roles = tidy(new.roles.clone());
    c.exec(q!(
        "INSERT INTO membership (id, office_id, person_id, unit_id, position_id, roles, from_date, to_date, created, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)",
        id,
        scope.office(),
        new.person,
        new.unit,
        new.position,
        Json(roles.clone()),
        Day(new.from),
        new.to.map(Day),
        ctx.now
    ))
    .await?;
    log::admin(c, ctx, Some(scope.office()), "member.added", Some(id.0), what).await?;
    let event = Event {
        kind: "office.member.added".into(),
        office: Some(scope.office()),
        object: id.0,
        concerns: Some(new.person),
        payload: serde_json::json!({ "unit": new.unit }),
    };
    c.emit(ctx, &event).await?;
    Ok(id)
}

/// One service of the office.
///
/// # Errors
/// `NotFound` when the office has none of this identifier.
pub async fn membership(c: &mut Conn, scope: OfficeScope, id: MembershipId) -> Result<MemberRow> {
    c.one(q!(concat!(member_select!(), " AND m.id = $2"), scope.office(), id)).await
}

/// Changes a service; the person stays the same.
///
/// # Errors
/// As [`add_member`]; `Conflict` when it was changed meanwhile, or when the office would be left without an
/// administrator.
pub async fn change_member(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: MembershipId,
    version: i64,
    new: NewMember,
) -> Result<()> {
    let old = membership(c, scope, id).await?;
    if old.version != version {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    let new = NewMember { person: old.person, ..new };
    let after = check(c, scope, Some(id), &new).await?;
    let roles = tidy(new.roles.clone());
    let changed = c
        .exec(q!(
            "UPDATE membership SET unit_id = $1, position_id = $2, roles = $3, from_date = $4, to_date = $5, \
             version = version + 1 WHERE office_id = $6 AND id = $7 AND version = $8",
            new.unit,
            new.position,
            Json(roles.clone()),
            Day(new.from),
            new.to.map(Day),
            scope.office(),
            id,
            version
        ))
        .await?;
    if changed == 0 {
        return Err(Fault::conflict(web::msg::FAULT_STALE));
    }
    if old.has(Role::Administrator) {
        check_administrator_left(c, scope.office(), ctx.now.warsaw_date()).await?;
    }
    let before = serde_json::json!({
        "unit": old.unit_code, "position": Some(&old.position).filter(|p| !p.is_empty()), "roles": old.roles.0,
        "from": old.from, "to": old.to,
    });
    let what = serde_json::json!({ "person": old.name(), "before": before, "after": after });
    log::admin(c, ctx, Some(scope.office()), "member.changed", Some(id.0), what).await
}

/// Ends a service with a day, its last.
///
/// # Errors
/// As [`change_member`].
pub async fn end_member(
    c: &mut Conn,
    ctx: &Ctx,
    scope: OfficeScope,
    id: MembershipId,
    version: i64,
    last: Date,
) -> Result<()> {
    let old = membership(c, scope, id).await?;
    let new = NewMember {
        person: old.person,
        unit: old.unit,
        position: old.position_id,
        roles: old.roles.0,
        from: old.from.0,
        to: Some(last),
    };
    change_member(c, ctx, scope, id, version, new).await
}

/// An office never loses its last administrator: one must serve beyond today, else nobody could set up the next.
async fn check_administrator_left(c: &mut Conn, office: OfficeId, today: Date) -> Result<()> {
    let (left,): (i64,) = c
        .one(q!(
            "SELECT COUNT(*) FROM membership WHERE office_id = $1 AND roles LIKE '%\"administrator\"%' AND from_date <= $2 \
             AND (to_date IS NULL OR to_date > $2)",
            office,
            Day(today)
        ))
        .await?;
    if left == 0 { Err(Fault::conflict(msg::OFFICES_LAST_ADMINISTRATOR)) } else { Ok(()) }
}

/// How many people serve in an office on a day.
pub(crate) async fn count(c: &mut Conn, office: OfficeId, on: Date) -> Result<u64> {
    let (n,): (u64,) = c
        .one(q!(
            "SELECT COUNT(DISTINCT person_id) FROM membership WHERE office_id = $1 AND from_date <= $2 \
             AND (to_date IS NULL OR to_date >= $2)",
            office,
            Day(on)
        ))
        .await?;
    Ok(n)
}

/// Finds the person of an address or makes an account without a password, and writes to them that the office invites
/// them, with a link where a password is still to be set. Their name is used only for a new account.
///
/// # Errors
/// `Invalid` with the fields `email`, `given_name`, `family_name` at fault.
pub async fn invite(
    c: &mut Conn,
    ctx: &Ctx,
    email: &str,
    given_name: &str,
    family_name: &str,
    office_name: &str,
) -> Result<PersonId> {
    if identity::find_by_email(c, email).await?.is_none() {
        let new = identity::NewPerson {
            email: email.to_owned(),
            given_name: given_name.to_owned(),
            family_name: family_name.to_owned(),
            password_hash: None,
            lang: ctx.lang,
            verified: false,
        };
        identity::register(c, ctx, new).await?;
    }
    identity::invite(c, ctx, email, &format!("{given_name} {family_name}"), ctx.lang, office_name).await
}
