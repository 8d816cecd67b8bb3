'use server'

import { workspaceAction } from '../workspace-action.ts'
import { addFeed, followProspect, removeFeed, unfollowProspect } from './feed-commands.ts'
import { addFeedSchema, feedIdSchema, followSchema, markPostsSchema, postIdSchema } from './feed-schema.ts'
import { markPostRead, markPostsRead, markPostUnread } from './post-commands.ts'

export const followProspectAction = workspaceAction('prospects.write', followSchema, async (scope, input) => {
  await followProspect(scope, input)
  return {}
})

export const unfollowProspectAction = workspaceAction(
  'prospects.write',
  followSchema,
  async (scope, input) => {
    await unfollowProspect(scope, input)
    return {}
  },
)

export const addFeedAction = workspaceAction('prospects.write', addFeedSchema, async (scope, input) => {
  await addFeed(scope, input)
  return { message: 'Thank you. We go and read it now.' }
})

export const removeFeedAction = workspaceAction('prospects.write', feedIdSchema, async (scope, input) => {
  await removeFeed(scope, input)
  return {}
})

export const markPostReadAction = workspaceAction('prospects.read', postIdSchema, async (scope, input) => {
  await markPostRead(scope, input)
  return {}
})

export const markPostUnreadAction = workspaceAction('prospects.read', postIdSchema, async (scope, input) => {
  await markPostUnread(scope, input)
  return { message: 'Back on your list.' }
})

export const markPostsReadAction = workspaceAction(
  'prospects.read',
  markPostsSchema,
  async (scope, input) => {
    await markPostsRead(scope, input)
    return {}
  },
)
