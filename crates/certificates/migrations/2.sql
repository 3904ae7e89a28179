-- Tries of codes are counted with all others of the installation: sign_in_attempt of `identity`.
DROP TABLE certificate_try;
