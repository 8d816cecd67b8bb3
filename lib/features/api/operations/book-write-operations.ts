import { logTouch } from '../../ledger/touch-commands.ts'
import { touchSchema } from '../../ledger/touch-schema.ts'
import { addChannel } from '../../prospects/channel-commands.ts'
import { addContact, changeContact } from '../../prospects/contact-commands.ts'
import { changeContactSchema, channelSchema, contactSchema } from '../../prospects/contact-schema.ts'
import {
  addNoteToProspect,
  addProspect,
  changeProspect,
  markNotForUs,
  setGuidelines,
  takeUpAgain,
} from '../../prospects/prospect-commands.ts'
import {
  changeProspectSchema,
  guidelinesSchema,
  notForUsSchema,
  prospectNoteSchema,
  prospectSchema,
} from '../../prospects/prospect-schema.ts'
import { presentOf } from '../api-noun.ts'
import { CHANNEL, CONTACT, PROSPECT, TOUCH } from '../api-nouns.ts'
import { type ApiOperation, changes, moves } from '../api-operation.ts'

const own = { lists: { tags: ',' as const }, records: ['custom'] }
const askedBeforeAScreen = ['lookForAlike', 'notAlike', 'alikeSeen']
const aProspect = { noun: PROSPECT, scope: 'prospects:write', sees: { prospectId: PROSPECT } } as const

/** Outlets, people, and contacts outside mail. */
export const BOOK_WRITE_OPERATIONS: readonly ApiOperation[] = [
  changes({
    ...{ id: 'addProspect', method: 'POST', path: '/prospects', makes: true },
    summary: 'Add an outlet',
    description: 'One per outlet: an address that is here already is a conflict.',
    ...{ noun: PROSPECT, scope: 'prospects:write', sees: {}, custom: 'prospect' },
    ...{ form: prospectSchema, words: { ...own, flags: ['anotherOutlet'], leftOut: askedBeforeAScreen } },
    does: async (scope, input) => (await addProspect(scope, input)).prospectId,
  }),
  changes({
    ...{
      id: 'changeProspect',
      method: 'PATCH',
      path: '/prospects/{prospectId}',
      summary: 'Change a prospect',
    },
    ...aProspect,
    custom: 'prospect',
    ...{ form: changeProspectSchema, words: { ...own, flags: ['anotherOutlet'] } },
    present: presentOf(PROSPECT, 'prospectId', ({ kind, homepage, name, whyCare, country, ownerId }) => ({
      ...{ kind, address: homepage, name, whyCare, country: country ?? '', ownerId: ownerId ?? '' },
    })),
    does: async (scope, input, named) => {
      await changeProspect(scope, input, named)
      return input.prospectId
    },
  }),
  changes({
    ...{ id: 'addProspectNote', method: 'POST', path: '/prospects/{prospectId}/notes' },
    summary: 'Add words to what is worth remembering of them',
    ...{ ...aProspect, form: prospectNoteSchema },
    does: async (scope, input) => {
      await addNoteToProspect(scope, input)
      return input.prospectId
    },
  }),
  changes({
    ...{ id: 'setGuidelines', method: 'PUT', path: '/prospects/{prospectId}/guidelines' },
    summary: 'Say what they say about being pitched',
    ...{ ...aProspect, form: guidelinesSchema },
    does: async (scope, input) => {
      await setGuidelines(scope, input)
      return input.prospectId
    },
  }),
  changes({
    ...{ id: 'markNotForUs', method: 'POST', path: '/prospects/{prospectId}/not-for-us' },
    summary: 'Set a prospect aside, with the reason',
    ...{ ...aProspect, form: notForUsSchema },
    does: async (scope, input) => {
      await markNotForUs(scope, input)
      return input.prospectId
    },
  }),
  moves(
    PROSPECT,
    {
      ...{ id: 'takeUpAgain', path: '/prospects/{prospectId}/take-up-again', scope: 'prospects:write' },
      summary: 'Take “not for us” back',
    },
    (scope, prospectId) => takeUpAgain(scope, { prospectId }),
  ),
  changes({
    ...{ id: 'addContact', method: 'POST', path: '/contacts', makes: true },
    summary: 'Add a person to a prospect, with a first way to reach them',
    description:
      'Where an address came from belongs to it: originPage, seenOn, originWords. Nothing here guesses addresses, and a stop that stands against one stays.',
    ...{ noun: CONTACT, scope: 'contacts:write', sees: { prospectId: PROSPECT }, form: contactSchema },
    custom: 'contact',
    words: {
      ...{ ...own, flags: ['noUnsolicited', 'fitsRole', 'shared', 'useExisting'] },
      leftOut: askedBeforeAScreen,
    },
    does: async (scope, input) => (await addContact(scope, input)).contactId,
  }),
  changes({
    ...{ id: 'changeContact', method: 'PATCH', path: '/contacts/{contactId}', summary: 'Change a contact' },
    ...{ noun: CONTACT, scope: 'contacts:write', sees: { contactId: CONTACT } },
    custom: 'contact',
    ...{ form: changeContactSchema, words: own },
    present: presentOf(CONTACT, 'contactId', ({ name, role, country, timeZone, writesAs, note }) => ({
      ...{ name, role, country: country ?? '', timeZone: timeZone ?? '', writesAs, note },
    })),
    does: async (scope, input, named) => {
      await changeContact(scope, input, named)
      return input.contactId
    },
  }),
  changes({
    ...{ id: 'addChannel', method: 'POST', path: '/contacts/{contactId}/channels', makes: true },
    summary: 'Add a way to reach a person, with where it came from',
    ...{ noun: CHANNEL, scope: 'contacts:write', sees: { contactId: CONTACT }, form: channelSchema },
    words: { flags: ['noUnsolicited', 'fitsRole', 'shared'] },
    does: async (scope, input) => (await addChannel(scope, input)).channelId,
  }),
  changes({
    ...{ id: 'logTouch', method: 'POST', path: '/touches', makes: true },
    summary: 'Log a contact outside mail',
    ...{ noun: TOUCH, scope: 'touches:write', sees: { prospectId: PROSPECT, contactId: CONTACT } },
    form: touchSchema,
    does: async (scope, input) => (await logTouch(scope, input)).touchId,
  }),
]
