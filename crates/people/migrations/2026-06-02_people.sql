-- Who is asking. Persons, their codes and staff belong to a deployment; what a member of staff may do belongs to a station.

create table persons (
    id           ID       not null primary key,
    phone_hash   BYTES    unique,                -- HMAC of the number: finds a person by phone; none for a name at the desk
    phone_sealed BYTES,
    name_sealed  BYTES,                          -- what they want to be called, if they said so
    verified_at  INSTANT,                        -- when a code first proved that the number is theirs
    created_at   INSTANT  not null,
    forget_at    INSTANT                         -- when the row goes if nobody proves the number; none once proved
);
create index persons_to_forget on persons (forget_at) where forget_at is not null;

create table codes (
    id           ID       not null primary key,
    person_id    ID       not null,
    digits_hash  BYTES    not null,              -- HMAC of the id and the digits
    sent_at      INSTANT  not null,
    expires_at   INSTANT  not null,
    tries        SMALLINT not null,              -- counted before the digits are compared
    used_at      INSTANT,
    used_once    BYTES                           -- which request used it, so that the same one sent again is answered again
);
create index codes_by_person on codes (person_id);
create index codes_by_end on codes (expires_at);

create table staff (
    id            ID      not null primary key,
    login         TEXT    not null unique,
    name          TEXT    not null,
    password_hash TEXT    not null,              -- Argon2id as a PHC string, salt and parameters in it
    created_at    INSTANT not null,
    disabled_at   INSTANT
);

create table roles (
    station_id   BIGINT   not null,
    staff_id     ID       not null,
    role         SMALLINT not null,              -- 0 clerk, 1 manager
    owner_id     INTEGER,                        -- the owner at this station that they answer to, if it is one of several
    primary key (station_id, staff_id)
);
create index roles_by_staff on roles (staff_id);
