-- A mail among somebody's sent mail may be a letter of theirs that waits to go: then a person is asked, as with answers.
ALTER TABLE "IncomingMail" DROP CONSTRAINT "IncomingMail_kind_known";
ALTER TABLE "IncomingMail" ADD CONSTRAINT "IncomingMail_kind_known" CHECK ("kind" IN ('reply', 'auto-reply', 'bounce', 'delay', 'sent'));
