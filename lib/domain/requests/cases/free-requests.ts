import type { ConditionKind } from '../condition-kinds.ts'

/** What one free-form request should be read as; what it does not say should stay empty. */
export type FreeRequest = {
  text: string
  outlet?: string
  journalist?: string
  topic?: string
  replyTo?: string
  /** ISO, or null where no moment can be read. Left out: no deadline is said at all. */
  at?: string | null
  conditions?: ConditionKind[]
  /** A piece of a doubt that has to be told. */
  doubt?: string
}

/** Twenty requests as people write them, all made up. They came on Tuesday 9 May 2028, 14:00 UTC, to somebody in Berlin. */
export const FREE_REQUESTS: readonly FreeRequest[] = [
  {
    text: 'Hi, I am Sofia Lindqvist from Nordic Walks. Do you have ten minutes this week to talk about mending boots? I would need your answer by Friday noon. sofia@nordicwalks.example',
    ...{ outlet: 'Nordic Walks', journalist: 'Sofia Lindqvist', replyTo: 'sofia@nordicwalks.example' },
    ...{ at: '2028-05-12T10:00:00Z', doubt: 'No time zone is named' },
  },
  {
    text: '#journorequest looking for a tent maker to comment on fabric prices. UK only. Deadline 5pm tomorrow BST. alex@weekend.example',
    ...{ replyTo: 'alex@weekend.example', at: '2028-05-10T16:00:00Z', conditions: ['place'] },
  },
  {
    text: 'Subject: Quote for Saturday\n\nHello, working on a story for The Harbour Post about queues at the ferry. Two sentences are plenty. I file at COB tomorrow GMT.\n\nThanks,\nDele Okoro',
    ...{
      topic: 'Quote for Saturday',
      outlet: 'The Harbour Post',
      journalist: 'Dele Okoro',
      at: '2028-05-10T17:00:00Z',
      conditions: ['length'],
    },
    doubt: 'close of business read as 17:00',
  },
  {
    text: 'We are recording an episode for Slow Shop Radio and want founders only. Must be available for a phone interview. Deadline: 15/05/2028 10:00 CEST. studio@slowshop.example',
    ...{ outlet: 'Slow Shop Radio', replyTo: 'studio@slowshop.example', at: '2028-05-15T08:00:00Z' },
    conditions: ['role', 'call'],
  },
  {
    text: 'Anybody out there who repairs zips for a living? No product pitches please, just your story. Send it to zips@mend.example within 48 hours.',
    ...{ replyTo: 'zips@mend.example', at: '2028-05-11T14:00:00Z', conditions: ['no-pitch'] },
    doubt: 'Counted from when the request came',
  },
  {
    text: 'Hello! I write for Garden Hours and would love a photo-led piece on balcony boxes. Please include a high-res photo. Need it by 20 May. ruth@gardenhours.example',
    ...{
      outlet: 'Garden Hours',
      replyTo: 'ruth@gardenhours.example',
      at: '2028-05-20T21:59:00Z',
      conditions: ['photo'],
    },
    doubt: 'No hour is named',
  },
  {
    text: 'Seeking a licensed electrician for a guide to camper vans. Must be a licensed electrician in Canada. Respond via the form: https://forms.example/van-guide. Deadline: May 16, 5 PM ET.',
    ...{
      replyTo: 'https://forms.example/van-guide',
      at: '2028-05-16T21:00:00Z',
      conditions: ['place', 'credential'],
    },
  },
  {
    text: 'Have you closed a shop and been glad of it? I need first-hand accounts, full names please. My deadline is Monday 9am AEST. kim@backpage.example',
    ...{ replyTo: 'kim@backpage.example', at: '2028-05-14T23:00:00Z', conditions: ['first-hand', 'named'] },
  },
  {
    text: 'Experts wanted on wool. Answers written by ChatGPT will be deleted. ASAP please! wool@thread.example',
    ...{ replyTo: 'wool@thread.example', conditions: ['no-ai'] },
  },
  {
    text: 'Deadline: as soon as possible. Who can explain why rain jackets leak? press@outdoorhour.example',
    ...{ replyTo: 'press@outdoorhour.example', at: null, doubt: 'name no moment' },
  },
  {
    text: 'Looking for shop owners for a roundup in The Paper Trail, deadline 05/12/2028 at 3:30 pm London time. jo@papertrail.example',
    ...{ outlet: 'The Paper Trail', replyTo: 'jo@papertrail.example', at: '2028-12-05T15:30:00Z' },
    doubt: 'it may also mean 2028-05-12',
  },
  {
    text: 'Looking for shop owners for a roundup in The Paper Trail, deadline 05/12/2028 at 3:30 pm EST. jo@papertrail.example',
    ...{ outlet: 'The Paper Trail', replyTo: 'jo@papertrail.example', at: '2028-05-12T19:30:00Z' },
    doubt: 'it may also mean 2028-12-05',
  },
  {
    text: 'Could you answer by Friday 13 May at 17:00 UTC+2? It is for a piece in Das Magazin about repair. lena@dasmagazin.example',
    ...{ outlet: 'Das Magazin', replyTo: 'lena@dasmagazin.example', at: '2028-05-13T15:00:00Z' },
    doubt: 'is a Saturday, not a Friday',
  },
  {
    text: 'Dear Mara, next Thursday midnight Pacific time is my deadline for the gear guide. Photos are optional, and you need not be in the US. Cheers,\nWill Otto\nwill@gearnotes.example',
    ...{
      journalist: 'Will Otto',
      replyTo: 'will@gearnotes.example',
      at: '2028-05-12T06:59:00Z',
      conditions: [],
    },
    doubt: 'Midnight read as the end of that day',
  },
  {
    text: 'Need a comment by 4 about the rail strike, can be by text. desk@cityradio.example',
    ...{ replyTo: 'desk@cityradio.example', at: '2028-05-10T14:00:00Z' },
    doubt: 'Neither a.m. nor p.m. is said',
  },
  {
    text: 'Exclusive quotes only, not been published elsewhere, 100-150 words each. Closing 2028-05-18 09:00 Europe/Lisbon. tomas@atlantic.example',
    ...{ replyTo: 'tomas@atlantic.example', at: '2028-05-18T08:00:00Z', conditions: ['length'] },
  },
  {
    text: 'Replies by the end of the week, please. Looking for parents who travel by train. Parents only.',
    ...{ at: '2028-05-12T21:59:00Z', conditions: ['role'], doubt: 'end of the week read as Friday' },
  },
  {
    text: 'Is there a tent museum? Just curious. No hurry at all.\n\nBest,\nPia',
    ...{ journalist: 'Pia', conditions: [] },
  },
  {
    text: 'hello there , journalist from The Little Weekly here . need someone US-based to talk insulation 2moro . dm @littleweekly #prrequest',
    ...{ outlet: 'The Little Weekly', replyTo: '@littleweekly', conditions: ['place'] },
  },
  {
    text: 'Ich suche für einen Beitrag im Wanderblatt jemanden, der Rucksäcke flickt. Bitte bis 12.05.2028, 18:00 CET. redaktion@wanderblatt.example',
    ...{ replyTo: 'redaktion@wanderblatt.example' },
  },
]
