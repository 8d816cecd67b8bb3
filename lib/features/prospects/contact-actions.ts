'use server'

import { workspaceAction } from '../workspace-action.ts'
import {
  addAffiliation,
  changeAffiliation,
  endAffiliation,
  moveToOutlet,
  resumeAffiliation,
} from './affiliation-commands.ts'
import { addChannel, changeChannel, putChannelBack, removeChannel } from './channel-commands.ts'
import { addContact, changeContact } from './contact-commands.ts'
import {
  affiliationDatesSchema,
  affiliationSchema,
  changeChannelSchema,
  changeContactSchema,
  channelSchema,
  contactSchema,
  moveSchema,
  oneAffiliationSchema,
  oneChannelSchema,
} from './contact-schema.ts'
import { liftSuppression, suppressAddress, suppressChannel } from './suppression-commands.ts'
import { addressesStopped } from './suppression-queries.ts'
import {
  askStoppedSchema,
  liftSuppressionSchema,
  suppressAddressSchema,
  suppressChannelSchema,
} from './suppression-schema.ts'

export const addContactAction = workspaceAction('contacts.write', contactSchema, async (scope, input) => {
  const { contactId, isStopped } = await addContact(scope, input)
  const home = `/w/${scope.workspaceSlug}`
  // Their own page says so at its top.
  return {
    goTo: isStopped ? `${home}/contacts/${contactId}` : `${home}/prospects/${input.prospectId}#contacts`,
  }
})

export const changeContactAction = workspaceAction(
  'contacts.write',
  changeContactSchema,
  async (scope, input) => {
    await changeContact(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/contacts/${input.contactId}` }
  },
)

export const addChannelAction = workspaceAction('contacts.write', channelSchema, async (scope, input) => {
  await addChannel(scope, input)
  return { goTo: `/w/${scope.workspaceSlug}/contacts/${input.contactId}` }
})

export const changeChannelAction = workspaceAction(
  'contacts.write',
  changeChannelSchema,
  async (scope, input) => {
    const { contactId } = await changeChannel(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/contacts/${contactId}` }
  },
)

export const removeChannelAction = workspaceAction(
  'contacts.write',
  oneChannelSchema,
  async (scope, input) => {
    await removeChannel(scope, input)
    return { message: 'Taken away. You find it under "Removed addresses".' }
  },
)

export const putChannelBackAction = workspaceAction(
  'contacts.write',
  oneChannelSchema,
  async (scope, input) => {
    await putChannelBack(scope, input)
    return { message: 'Put back.' }
  },
)

export const addAffiliationAction = workspaceAction(
  'contacts.write',
  affiliationSchema,
  async (scope, input) => {
    await addAffiliation(scope, input)
    return { message: 'Tied together.' }
  },
)

export const moveToOutletAction = workspaceAction('contacts.write', moveSchema, async (scope, input) => {
  await moveToOutlet(scope, input)
  return { message: 'Noted. What you know of them stays with them.' }
})

export const changeAffiliationAction = workspaceAction(
  'contacts.write',
  affiliationDatesSchema,
  async (scope, input) => {
    await changeAffiliation(scope, input)
    return { message: 'Noted.' }
  },
)

export const endAffiliationAction = workspaceAction(
  'contacts.write',
  oneAffiliationSchema,
  async (scope, input) => {
    await endAffiliation(scope, input)
    return { message: 'Noted: no longer there.' }
  },
)

export const resumeAffiliationAction = workspaceAction(
  'contacts.write',
  oneAffiliationSchema,
  async (scope, input) => {
    await resumeAffiliation(scope, input)
    return { message: 'Noted: there after all.' }
  },
)

export const suppressAddressAction = workspaceAction(
  'contacts.write',
  suppressAddressSchema,
  async (scope, input) => {
    await suppressAddress(scope, input)
    return { message: 'On the list. Nobody here can write to it.' }
  },
)

export const suppressChannelAction = workspaceAction(
  'contacts.write',
  suppressChannelSchema,
  async (scope, input) => {
    await suppressChannel(scope, input)
    return { message: 'Nobody here writes to that address any more.' }
  },
)

export const askStoppedAction = workspaceAction(
  'prospects.read',
  askStoppedSchema,
  async (scope, { addresses }) => ({
    message:
      (await addressesStopped(scope, addresses)).size > 0
        ? 'Yes. Nobody here may write to it.'
        : 'No. Nothing on this list stands against it.',
  }),
)

export const liftSuppressionAction = workspaceAction(
  'suppressions.lift',
  liftSuppressionSchema,
  async (scope, input) => {
    await liftSuppression(scope, input)
    return { message: 'Lifted. They can be written to again.' }
  },
)
