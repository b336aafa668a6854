-- A calendar year gets a new version and keeps the old ones: legal dates that were told were counted by them.
revoke update, delete on calendar_version from huiyin_app;
