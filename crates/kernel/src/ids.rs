//! The one registry of typed identifiers. Each wraps a UUIDv7 (RFC 9562), so that identifiers sort by time of making.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Calls a macro with the list of all identifiers, each a description and a name; this is the one list. Other
/// crates use it to teach their own traits to every identifier.
#[macro_export]
macro_rules! each_id {
    ($callback:ident) => {
        $callback! {
            "A person with an account." PersonId,
            "A signed-in browser." SessionId,
            "A one-time secret sent by e-mail (address check, password reset)." EmailTokenId,
            "A token of the JSON API." ApiTokenId,
            "An office (urząd) that uses the installation." OfficeId,
            "A request by a representative to run an office here." ClaimId,
            "A unit of an office (komórka organizacyjna)." UnitId,
            "A position in an office (stanowisko)." PositionId,
            "A person's service in a unit between two dates, with roles." MembershipId,
            "One person standing in for another between two dates (zastępstwo)." SubstitutionId,
            "A place where an office serves people (punkt obsługi)." PointId,
            "An entry in the audit log." AuditId,
            "A service an office offers (usługa)." ServiceId,
            "A published version of a service's form." FormId,
            "A form being filled in (wersja robocza wniosku)." DraftId,
            "A form that was sent (wniosek złożony)." SubmissionId,
            "An edition of an office's file plan (JRWA)." PlanId,
            "A class of a file plan (klasa)." ClassId,
            "An entry in the register of incoming mail (przesyłka wpływająca)." IncomingId,
            "An entry in the register of outgoing mail (przesyłka wychodząca)." OutgoingId,
            "A case (sprawa)." CaseId,
            "A document kept in a case." DocumentId,
            "A message between a citizen and an office within a case." MessageId,
            "A letter being drafted, approved or sent (pismo)." LetterId,
            "A template of a letter." TemplateId,
            "A row of a case's record (wpis metryki)." RecordEntryId,
            "A pause of a case's term." PauseId,
            "A note within a case." NoteId,
            "A request to the citizen to supply something." RequestId,
            "A job waiting in the queue." JobId,
            "An e-mail waiting or sent." MailId,
            "A neighbouring system's subscription to events." HookId,
            "One delivery of an event to a subscription." DeliveryId,
            "An event." EventId,
            "A course (kurs)." CourseId,
            "A published version of a course, which never changes." CourseVersionId,
            "A module of a course." ModuleId,
            "An activity of a course: a lesson, quiz, assignment, session, file." ItemId,
            "A picture, video or file of a course." CourseFileId,
            "A learner's place on a course." EnrolmentId,
            "A group of learners of a course (grupa)." GroupId,
            "A rule that makes people learn by a day." TrainingRuleId,
            "A live session of a course (zajęcia na żywo)." LiveSessionId,
            "A learner's note." LearnerNoteId,
            "A learner's question beside a lesson." LessonQuestionId,
            "A path of several courses (ścieżka)." PathId,
            "A question of a course's bank." QuestionId,
            "An attempt at a quiz." AttemptId,
            "A learner's answer to an assignment (praca)." WorkId,
            "A certificate (zaświadczenie)." CertificateId,
        }
    };
}

macro_rules! define {
    ($($doc:literal $name:ident),* $(,)?) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(&self.0, f) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> { Uuid::parse_str(s).map(Self) }
        }
        impl From<Uuid> for $name { fn from(u: Uuid) -> Self { Self(u) } }
        impl From<$name> for Uuid { fn from(u: $name) -> Uuid { u.0 } }
    )*};
}

each_id!(define);
