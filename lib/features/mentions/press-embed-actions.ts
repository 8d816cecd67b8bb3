'use server'

import { workspaceAction } from '../workspace-action.ts'
import { closePressEmbed, openPressEmbed } from './press-embed-commands.ts'
import { openPressEmbedSchema } from './press-embed-schema.ts'
import { pressPageSchema } from './press-page-schema.ts'

export const openPressEmbedAction = workspaceAction(
  'sites.write',
  openPressEmbedSchema,
  async (scope, input) => {
    await openPressEmbed(scope, input)
    return { message: 'Saved. Pages that show it follow within five minutes.' }
  },
)

export const closePressEmbedAction = workspaceAction('sites.write', pressPageSchema, async (scope, input) => {
  await closePressEmbed(scope, input)
  return { message: 'Turned off. What was copied stays where it was put.' }
})
