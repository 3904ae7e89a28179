-- Keys of requests stand in one table for the whole program: once_key of `web`.
DROP TABLE api_once;
