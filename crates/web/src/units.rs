//! Units of work of a request, written short.

/// Reads from the database of a request: `read!(req, |c| store(c, scope).await)`. What is named is moved.
#[macro_export]
macro_rules! read {
    ($req:expr, |$c:ident| $work:expr) => {
        $req.app.db.read(move |$c| Box::pin(async move { $work })).await
    };
}

/// Does a unit of work with the context of a request: `work!(req, |c, ctx, name| op(c, &ctx, name).await)`. What is
/// named after `ctx` is cloned, since PostgreSQL may have to begin again.
#[macro_export]
macro_rules! work {
    ($req:expr, |$c:ident, $ctx:ident $(, $value:ident)*| $work:expr) => {{
        let context = $req.ctx.clone();
        $(let $value = $value.clone();)*
        $req.app
            .db
            .write(move |$c| {
                let $ctx = context.clone();
                $(let $value = $value.clone();)*
                Box::pin(async move { $work })
            })
            .await
    }};
}
