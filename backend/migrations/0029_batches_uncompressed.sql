-- A frozen body is written once, read once and emptied: compressing it costs more than it saves (bulk dispatch, `pnpm bench`).
alter table delivery_batches alter column body set storage external;
