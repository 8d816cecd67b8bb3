import { ADDRESS_CASES } from './address-cases.ts'
import { CANONICAL_CASES } from './canonical-cases.ts'
import { CUT_TRANSFER_CASES } from './cut-transfer-cases.ts'
import { ENCODING_CHOICE_CASES } from './encoding-choice-cases.ts'
import { HIDDEN_CASES } from './hidden-cases.ts'
import { HOP_CASES } from './hop-cases.ts'
import { KIND_CASES } from './kind-cases.ts'
import { LEGACY_ENCODING_CASES } from './legacy-encoding-cases.ts'
import { LINK_PLACE_CASES } from './link-place-cases.ts'
import { LINK_WORDS_CASES } from './link-words-cases.ts'
import { MENTION_CASES } from './mention-cases.ts'
import { MISSING_PAGE_CASES } from './missing-page-cases.ts'
import { OUTCOME_CASES } from './outcome-cases.ts'
import type { PageCase } from './page-case.ts'
import { REDIRECT_CASES } from './redirect-cases.ts'
import { ROBOTS_RULES_CASES } from './robots-rules-cases.ts'
import { ROBOTS_TXT_CASES } from './robots-txt-cases.ts'
import { SCRIPT_CASES } from './script-cases.ts'
import { TAG_SOUP_CASES } from './tag-soup-cases.ts'
import { TRANSFER_CASES } from './transfer-cases.ts'
import { WALL_CASES } from './wall-cases.ts'

/** All pages the command line is held against, by what they are about. */
export const PAGE_CASES: Readonly<Record<string, readonly PageCase[]>> = {
  'legacy encodings': LEGACY_ENCODING_CASES,
  'which encoding counts': ENCODING_CHOICE_CASES,
  'where a link stands': LINK_PLACE_CASES,
  'tag soup': TAG_SOUP_CASES,
  'what an href comes to': ADDRESS_CASES,
  'rel and words of a link': LINK_WORDS_CASES,
  'rules for robots': ROBOTS_RULES_CASES,
  'canonical addresses': CANONICAL_CASES,
  'redirects and refreshes': REDIRECT_CASES,
  'pages that arrive whole': TRANSFER_CASES,
  'pages that do not arrive': CUT_TRANSFER_CASES,
  'kinds and statuses': KIND_CASES,
  'walls, and pages that look like one': WALL_CASES,
  'pages that are not there': MISSING_PAGE_CASES,
  'pages written by script': SCRIPT_CASES,
  'links a reader sees, and others': HIDDEN_CASES,
  'names in the text': MENTION_CASES,
  'robots.txt': ROBOTS_TXT_CASES,
  hops: HOP_CASES,
  'what it comes to': OUTCOME_CASES,
}
