-- A link in the message that tells an answer: it opens nothing but the rating of one case, and not for ever.

create table rating_link (
  region_id text not null,
  token_hash bytea not null,
  case_id uuid not null,
  expires_at timestamptz not null,
  primary key (region_id, token_hash),
  foreign key (region_id, case_id) references "case" (region_id, id)
);

grant select, insert, delete on rating_link to huiyin_app;
