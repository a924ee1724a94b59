-- 预约: a ticket of a later time. Free times are stored nowhere: they are the hours of desks and officials without what is taken.

alter table tickets add column booked_at INSTANT;               -- when the appointment begins; null = a ticket without one
create index tickets_booked on tickets (station_id, waits_in, order_at) where state = 1 and booked_at is not null;

-- What a line's appointments are like. Without a row as booked::Policy has it.
create table booking_policies (
    station_id     BIGINT   not null,
    line_id        INTEGER  not null,
    minutes        SMALLINT not null,           -- appointments begin every so many minutes
    share          SMALLINT not null,           -- percent of the desks' time that may be booked; 0 = nothing
    days           SMALLINT not null,           -- how far ahead
    notice         INTEGER  not null,           -- and how many minutes before at the latest
    each           SMALLINT not null,           -- how many on one day one person may have
    primary key (station_id, line_id),
    foreign key (station_id, line_id) references lines (station_id, id)
);

-- What an appointment has beside its ticket.
create table bookings (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    minutes        SMALLINT not null,           -- so long a desk is kept from tickets.booked_at on
    phone_sealed   BYTES,                       -- given for messages about this one only
    phone_hash     BYTES,                       -- HMAC of it: how many one number has, and what to forget with it
    forget_at      INSTANT,                     -- when the number is forgotten
    remind_at      INSTANT,                     -- when a message reminds of it next; null = no more
    next_id        ID,                          -- the ticket of another day that took its place
    primary key (station_id, ticket_id),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
create index bookings_to_remind on bookings (remind_at) where remind_at is not null;
create index bookings_by_phone on bookings (phone_hash) where phone_hash is not null;
create index bookings_to_forget on bookings (forget_at) where forget_at is not null;
