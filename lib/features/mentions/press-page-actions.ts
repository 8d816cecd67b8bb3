'use server'

import { workspaceAction } from '../workspace-action.ts'
import { closePressPage, openPressPage, renewPressAddress, setOnPress } from './press-page-commands.ts'
import { onPressSchema, openPressPageSchema, pressPageSchema } from './press-page-schema.ts'

export const openPressPageAction = workspaceAction(
  'sites.write',
  openPressPageSchema,
  async (scope, input) => {
    await openPressPage(scope, input)
    return { message: 'Saved. Everybody who has the address can read it.' }
  },
)

export const renewPressAddressAction = workspaceAction(
  'sites.write',
  pressPageSchema,
  async (scope, input) => {
    await renewPressAddress(scope, input)
    return { message: 'It has a new address. The old one leads nowhere.' }
  },
)

export const closePressPageAction = workspaceAction('sites.write', pressPageSchema, async (scope, input) => {
  await closePressPage(scope, input)
  return { message: 'Closed. Nobody can read it any more.' }
})

export const setOnPressAction = workspaceAction('mentions.write', onPressSchema, async (scope, input) => {
  await setOnPress(scope, input)
  return { message: input.isOff ? 'Left off the press page.' : 'Noted.' }
})
