//! Routes that know their screen and who may use them, so that a test can try every one as everybody else.

use std::{pin::Pin, sync::Arc};

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    http::Method,
    response::Response,
    routing::{MethodFilter, on},
};
use axum_extra::routing::{SecondElementIs, TypedPath};

use crate::App;

/// Who may use a route. The rule itself is in the handler's policy; this is what the sweep checks it against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Anybody.
    Open,
    /// Anybody who holds the secret in the address (a link from an e-mail).
    Secret,
    /// A person signed in; things of one's own.
    Person,
    /// Somebody who serves in the office, in any role.
    Member,
    /// An official of the office.
    Official,
    /// The registry of the office.
    Registry,
    /// A superior of the office.
    Superior,
    /// An administrator of the office.
    Administrator,
    /// The operator.
    Operator,
}

/// One route.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    /// The method.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// The screen or endpoint: `records.case`.
    pub screen: &'static str,
    /// Who may use it.
    pub guard: Guard,
}

/// The routes of a subject.
#[derive(Default)]
pub struct Routes {
    /// For axum.
    pub router: Router<App>,
    /// For the sweep and the documentation.
    pub list: Vec<RouteInfo>,
}

macro_rules! methods {
    ($($(#[$doc:meta])* $name:ident $filter:ident $method:ident),*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name<H, T, P>(self, screen: &'static str, guard: Guard, handler: H) -> Self
        where
            H: Handler<T, App>,
            T: SecondElementIs<P> + 'static,
            P: TypedPath,
        {
            self.on(MethodFilter::$filter, Method::$method, P::PATH, screen, guard, handler)
        }
    )*};
}

type Answering = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A handler without its type, so that what leads to it is compiled once and not for each of them.
#[derive(Clone)]
struct Erased(Arc<dyn Fn(Request, App) -> Answering + Send + Sync>);

impl Handler<(), App> for Erased {
    type Future = Answering;
    fn call(self, request: Request, app: App) -> Answering {
        (self.0)(request, app)
    }
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    methods! {
        /// A page or a reading endpoint. The handler's first argument is its typed path.
        get GET GET,
        /// A form or a making endpoint.
        post POST POST,
        /// A replacing endpoint.
        put PUT PUT,
        /// A changing endpoint.
        patch PATCH PATCH,
        /// A removing endpoint.
        delete DELETE DELETE
    }

    fn on<H, T>(
        self,
        filter: MethodFilter,
        method: Method,
        path: &'static str,
        screen: &'static str,
        guard: Guard,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let answer = move |request: Request, app: App| -> Answering { Box::pin(handler.clone().call(request, app)) };
        self.add(filter, method, path, screen, guard, Erased(Arc::new(answer)))
    }

    fn add(
        mut self,
        filter: MethodFilter,
        method: Method,
        path: &'static str,
        screen: &'static str,
        guard: Guard,
        handler: Erased,
    ) -> Self {
        self.router = self.router.route(path, on(filter, handler));
        self.list.push(RouteInfo { method, path, screen, guard });
        self
    }

    /// The routes of both.
    #[must_use]
    pub fn merge(mut self, other: Routes) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }
}
