-- So that names that clerks typed are found when their time is over.

create index reservations_with_guest on reservations (starts_at) where guest_sealed is not null;
