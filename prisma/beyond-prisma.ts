/**
 * SQL objects in our migrations that schema.prisma cannot say. The drift test looks for each in the migrated
 * database, so that a later migration cannot lose one unnoticed.
 */
export const CHECK_CONSTRAINTS = [
  'Member_role_known',
  'Campaign_route_known',
  'Prospect_kind_known',
  'Prospect_guidelines_known',
  'Prospect_live_key',
  'Contact_writesAs_known',
  'Channel_kind_known',
  'PageCopy_status_known',
  'Pitch_state_known',
  'Pitch_open_only_while_sent',
  'Message_direction_known',
  'FollowUp_state_known',
  'Mention_live_key',
  'LinkCheck_kind_known',
  'SecretLink_hash_not_token',
  'Workspace_rawPageDays_sane',
  'Mention_askState_known',
  'CheckRun_state_known',
  'CheckRunItem_state_known',
  'OutcomeDecision_kind_known',
  'OwnPage_state_known',
  'Prospect_merged_is_gone',
  'Contact_merged_is_gone',
  'CustomField_noun_known',
  'CustomField_kind_known',
  'Merge_kind_known',
  'NotSame_in_order',
  'Vetting_answer_known',
  'ImportBatch_state_known',
  'ImportRow_kind_known',
  'Mention_foundBy_known',
] as const

/** Table and trigger. */
export const TRIGGERS = [['LinkCheck', 'LinkCheck_written_once']] as const

export const EXTENSIONS = ['pg_trgm'] as const
