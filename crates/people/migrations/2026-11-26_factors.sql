-- What staff prove beside a password. Staff belong to a deployment, and so does all this.

create table totps (
    staff_id      ID       not null primary key,
    secret_sealed BYTES    not null,
    made_at       INSTANT  not null,
    proved_at     INSTANT,                      -- when digits first showed that the app has it; it counts only from then on
    last_step     BIGINT                        -- the step whose digits were used last: none are good twice
);

create table recovery_codes (
    staff_id      ID       not null,
    code_hash     BYTES    not null,            -- HMAC of the code
    made_at       INSTANT  not null,
    used_at       INSTANT,
    primary key (staff_id, code_hash)
);

create table passkeys (
    id            ID       not null primary key,
    staff_id      ID       not null,
    credential    BYTES    not null unique,     -- the authenticator's name for it
    public_key    BYTES    not null,            -- COSE, as the authenticator wrote it
    uses          BIGINT   not null,            -- as the authenticator counts; 0 when it does not
    called        TEXT     not null,            -- what its owner calls it
    made_at       INSTANT  not null,
    used_at       INSTANT
);
create index passkeys_by_staff on passkeys (staff_id);

create table challenges (
    id            ID       not null primary key,
    bytes         BYTES    not null,
    staff_id      ID,                           -- who makes a passkey; none when somebody wants in
    expires_at    INSTANT  not null
);
create index challenges_by_end on challenges (expires_at);

-- Somebody whose password was right and who has not yet shown the second factor.
create table at_the_door (
    token_hash    BYTES    not null primary key,
    staff_id      ID       not null,
    tries         SMALLINT not null,            -- counted before the digits are compared
    let_in_once   BYTES,                        -- which request was let in, so that the same one sent again is let in again
    expires_at    INSTANT  not null
);
create index at_the_door_by_end on at_the_door (expires_at);
create index at_the_door_by_staff on at_the_door (staff_id);
