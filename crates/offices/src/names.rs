//! What the audit log's things of this subject are called.

use audit::{Named, Reach, Thing};
use db::{BoxFuture, Conn, FromRow, Q};
use kernel::Result;
use uuid::Uuid;

use crate::by_id;

/// Tells the names of offices, units, positions, people, memberships, substitutions, service points, claims and
/// imports; see [`audit::register_names`]. An office's administrator is told of things of that office only.
pub fn names<'c>(c: &'c mut Conn, reach: Reach, things: &'c [Thing]) -> BoxFuture<'c, Result<Vec<(Thing, Named)>>> {
    Box::pin(async move {
        let mut told = Teller { c, reach, things, desk: None, told: Vec::new() };
        if let Reach::Office(scope) = reach {
            told.desk = Some(format!("/desk/{}", by_id(told.c, scope.office()).await?.slug));
        }
        told.offices().await?;
        told.structure().await?;
        told.people().await?;
        told.rest().await?;
        Ok(told.told)
    })
}

struct Teller<'c> {
    c: &'c mut Conn,
    reach: Reach,
    things: &'c [Thing],
    desk: Option<String>,
    told: Vec<(Thing, Named)>,
}

type Pair = (Uuid, String);

impl Teller<'_> {
    fn ids(&self, kind: &str) -> Vec<Uuid> {
        self.things.iter().filter(|(k, _)| k == kind).map(|(_, id)| *id).collect()
    }

    /// Rows of a statement that ends before the list of identifiers; for an office's administrator only its own.
    async fn rows<R: FromRow>(&mut self, kind: &str, sql: &'static str, own: &'static str) -> Result<Vec<R>> {
        let ids = self.ids(kind);
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut q = Q::new(sql).push_in("", ids);
        if let Reach::Office(scope) = self.reach {
            q = q.push(own, scope.office());
        }
        self.c.all(q).await
    }

    fn tell(&mut self, kind: &str, id: Uuid, name: String, href: Option<String>) {
        self.told.push(((kind.to_owned(), id), Named { name, href }));
    }

    fn under_desk(&self, rest: &str, id: Uuid) -> Option<String> {
        self.desk.as_ref().map(|desk| format!("{desk}{rest}/{id}"))
    }

    async fn offices(&mut self) -> Result<()> {
        let rows: Vec<(Uuid, String, String)> =
            self.rows("office", "SELECT id, name, slug FROM office WHERE id IN ", " AND id = ").await?;
        for (id, name, slug) in rows {
            let href = match &self.desk {
                Some(desk) => format!("{desk}/admin/data"),
                None => format!("/operator/offices/{slug}"),
            };
            self.tell("office", id, name, Some(href));
        }
        Ok(())
    }

    async fn structure(&mut self) -> Result<()> {
        let rows: Vec<(Uuid, String, String)> =
            self.rows("unit", "SELECT id, code, name FROM unit WHERE id IN ", " AND office_id = ").await?;
        for (id, code, name) in rows {
            let href = self.under_desk("/admin/units", id);
            self.tell("unit", id, format!("{code}, {name}"), href);
        }
        let rows: Vec<Pair> =
            self.rows("position", "SELECT id, name FROM position WHERE id IN ", " AND office_id = ").await?;
        for (id, name) in rows {
            let href = self.desk.as_ref().map(|desk| format!("{desk}/admin/positions"));
            self.tell("position", id, name, href);
        }
        for kind in ["point", "hours"] {
            let rows: Vec<Pair> =
                self.rows(kind, "SELECT id, name FROM service_point WHERE id IN ", " AND office_id = ").await?;
            for (id, name) in rows {
                let href = self.under_desk("/admin/points", id);
                self.tell(kind, id, name, href);
            }
        }
        Ok(())
    }

    async fn people(&mut self) -> Result<()> {
        let rows: Vec<(Uuid, String, String)> = self
            .rows(
                "member",
                "SELECT m.id, p.given_name, p.family_name FROM membership m JOIN person p ON p.id = m.person_id \
                 WHERE m.id IN ",
                " AND m.office_id = ",
            )
            .await?;
        for (id, given, family) in rows {
            let href = self.under_desk("/admin/people", id);
            self.tell("member", id, full(&given, &family), href);
        }
        // Whoever appears in an office's log served there when it was written.
        let rows: Vec<(Uuid, String, String, Uuid)> = match self.reach {
            Reach::Installation => Vec::new(),
            Reach::Office(_) => {
                self.rows(
                    "person",
                    "SELECT p.id, p.given_name, p.family_name, m.id FROM person p JOIN membership m ON m.person_id = p.id \
                     WHERE p.id IN ",
                    " AND m.office_id = ",
                )
                .await?
            }
        };
        for (id, given, family, membership) in rows {
            let href = self.under_desk("/admin/people", membership);
            self.tell("person", id, full(&given, &family), href);
        }
        if self.reach == Reach::Installation {
            let rows: Vec<(Uuid, String, String)> =
                self.rows("person", "SELECT id, given_name, family_name FROM person WHERE id IN ", "").await?;
            for (id, given, family) in rows {
                self.tell("person", id, full(&given, &family), None);
            }
        }
        let rows: Vec<(Uuid, String, String, String, String)> = self
            .rows(
                "substitution",
                "SELECT s.id, a.given_name, a.family_name, b.given_name, b.family_name FROM substitution s \
                 JOIN person a ON a.id = s.absent_id JOIN person b ON b.id = s.substitute_id WHERE s.id IN ",
                " AND s.office_id = ",
            )
            .await?;
        for (id, given, family, given_b, family_b) in rows {
            let href = self.desk.as_ref().map(|desk| format!("{desk}/admin/substitutions"));
            self.tell("substitution", id, format!("{} → {}", full(&given, &family), full(&given_b, &family_b)), href);
        }
        Ok(())
    }

    async fn rest(&mut self) -> Result<()> {
        if self.reach == Reach::Installation {
            let rows: Vec<Pair> =
                self.rows("claim", "SELECT id, office_name FROM office_claim WHERE id IN ", "").await?;
            for (id, name) in rows {
                self.tell("claim", id, name, Some(format!("/operator/claims/{id}")));
            }
        }
        let rows: Vec<Pair> =
            self.rows("import", "SELECT id, file_name FROM office_import WHERE id IN ", " AND office_id = ").await?;
        for (id, name) in rows {
            self.tell("import", id, name, None);
        }
        Ok(())
    }
}

fn full(given: &str, family: &str) -> String {
    format!("{given} {family}").trim().to_owned()
}
