import { type DemoFact, type DemoRequest, page } from './demo-story.ts'

/** What is true of the shop, for whoever writes about it. */
export const ECO_SHOP_FACTS: DemoFact[] = [
  {
    kind: 'bio-short',
    title: 'Founder',
    person: 'Mara Lindqvist',
    text: 'Mara Lindqvist, founder of Fernway, sews bags without plastic in Hebden Bridge.',
  },
  {
    ...{ kind: 'bio-medium', title: 'Founder', person: 'Mara Lindqvist' },
    text: 'Mara Lindqvist was a sailmaker for eleven years before she founded Fernway in a former mill in Hebden Bridge. Her bags are linen and waxed cotton, have no plastic in them, and come back to her to be mended.',
  },
  {
    ...{ kind: 'bio-long', title: 'Founder', person: 'Mara Lindqvist' },
    text: 'Mara Lindqvist learned to sew from a sailmaker in Bergen, and mended other people’s sails for eleven years. In 2019 she founded Fernway in a former mill in Hebden Bridge, with one machine and the wish to make a travel bag that could be mended by anybody with a needle. There are four of them now. They use linen, waxed cotton and brass, and no plastic at all; every bag may come back, whatever happened to it, and most leave again within a week. She speaks about mending, about what salt water does to zips, and about running a shop that sells fewer things each year.',
  },
  {
    kind: 'product',
    title: 'Weight of the carry-on',
    text: '640 grams, on our own scale, empty.',
    source: 'Product page',
    sourceUrl: 'https://fernway.example/carry-on/ultralight',
  },
  {
    kind: 'product',
    title: 'What it is made of',
    text: 'Linen, waxed cotton, brass. No plastic, also not in the thread.',
  },
  {
    kind: 'proof',
    title: 'How many come back',
    text: '212 of 1,940 bags came back to be mended in the last year; 209 left again.',
    source: 'Workshop book',
  },
  {
    kind: 'proof',
    title: 'Based in the UK',
    text: 'Fernway Travel Goods is a company in Hebden Bridge, England.',
    source: 'Register of companies',
  },
  {
    kind: 'topic',
    title: 'Mending instead of replacing',
    person: 'Mara Lindqvist',
    text: 'What it costs a small shop to mend what it sold, and what it brings.',
  },
  {
    kind: 'topic',
    title: 'Travelling with little',
    person: 'Tom Ashworth',
    text: 'Packs for photographers who walk: what they leave at home.',
  },
  {
    ...{ kind: 'quote', title: 'Packlight Diary', person: 'Mara Lindqvist', saidOn: '2026-02-11' },
    text: 'A bag should outlive the trip you bought it for.',
  },
]

/** Calls for sources in every state they can be in. */
export const ECO_SHOP_REQUESTS: DemoRequest[] = [
  {
    ...{ day: 1, dueIn: 6, hour: '7:00 PM EST', topic: 'Small shops that mend what they sell' },
    ...{ outlet: 'The Repair Desk', journalist: 'Anouk Bell', replyTo: 'anouk.bell@repairdesk.example' },
    query:
      'I want to hear from shops that take things back and mend them. What does it cost you, and why do you do it?',
    asks: [
      'UK only.',
      'You must be a founder or owner.',
      'No AI-written answers.',
      'Keep it under 150 words.',
    ],
  },
  {
    ...{ day: 2, dueIn: 1, hour: '17:00 Europe/London', topic: 'One bag, three climates' },
    ...{ outlet: 'Trail & Rail', journalist: 'Petra Holm', replyTo: 'petra@trailandrail.example' },
    query:
      'How do you pack for a trip that goes from snow to beach? One thing you always leave at home, please.',
    asks: ['Please include a photo of your bag, packed.'],
    draft: {
      ...{ day: 1, subject: 'Re: One bag, three climates' },
      body: 'Hello Petra,\n\nthe second pair of shoes stays at home, always. A wool layer does for the snow, for the night bus and as a pillow.\n\nMara Lindqvist, founder of Fernway',
    },
  },
  {
    ...{
      day: 9,
      dueIn: -1,
      hour: '12:00 Europe/London',
      topic: 'What shops give away on their tenth birthday',
    },
    ...{
      outlet: 'Counter Culture',
      journalist: 'Lia Moreau',
      replyTo: 'https://forms.example/counter-culture',
    },
    query: 'Did your shop turn ten? How did you mark it without a sale?',
    asks: ['Shops that are ten years old.'],
    ticks: [{ answer: 'unmet', evidence: 'We began in 2019.' }],
  },
  {
    ...{ day: 8, dueIn: -4, hour: '9:00 AM GMT', topic: 'Zips that survive salt' },
    ...{ outlet: 'Harbour Almanac', journalist: 'Jory Penrose', replyTo: 'jory@harbouralmanac.example' },
    query: 'Sailors, chandlers, menders: what do you use where a zip would rust?',
    answer: {
      ...{ day: 6, subject: 'Re: Zips that survive salt', via: 'mailto' },
      body: 'Hello Jory,\n\nnothing with teeth. Two brass toggles and a flap have closed my bags for six winters; salt only makes them darker.\n\nMara Lindqvist, founder of Fernway, sailmaker before that',
    },
  },
  {
    ...{ day: 34, dueIn: -30, hour: '17:00 Europe/London', topic: 'Presents that are not things' },
    ...{ outlet: 'Sunday Brief', journalist: 'Tom Aku', replyTo: 'tom.aku@sundaybrief.example' },
    query: 'Tell me about a present that could not be wrapped.',
    answer: {
      ...{ day: 32, subject: 'Re: Presents that are not things', via: 'mailto' },
      body: 'Hello Tom,\n\nmy father gave me the promise to carry my bag to the station for one year. I kept missing trains to have him longer.\n\nMara Lindqvist of Fernway, Hebden Bridge',
    },
  },
  {
    ...{ day: 60, dueIn: -55, hour: '17:00 Europe/London', topic: 'Workshops in old mills' },
    ...{ outlet: 'The Pennine Courier', journalist: 'Ada Holroyd', replyTo: 'ada@penninecourier.example' },
    query: 'Who works in a mill again, and what is it like in January?',
    asks: ['Based in Yorkshire or Lancashire.'],
    ticks: [{ answer: 'met', evidence: 'Our workshop is in Hebden Bridge (Register of companies).' }],
    answer: {
      ...{ day: 58, subject: 'Re: Workshops in old mills', via: 'mailto' },
      body: 'Hello Ada,\n\ncold hands, wonderful light. We moved four machines into the old dyeing floor of a mill in Hebden Bridge, and sew in coats until ten.\n\nMara Lindqvist, founder of Fernway',
    },
    ran: {
      ...{ day: 50, url: 'https://penninecourier.example/mills-again' },
      html: page(
        'The mills hum again — The Pennine Courier',
        '<p>“Cold hands, wonderful light,” says Mara Lindqvist, whose workshop <a href="https://fernway.example/">Fernway</a> has taken over a dyeing floor.</p>',
      ),
    },
    closed: { day: 49, reason: 'quoted' },
  },
  {
    ...{ day: 70, dueIn: -66, hour: '17:00 Europe/London', topic: 'Shops on a four-day week' },
    ...{
      outlet: 'Counter Culture',
      journalist: 'Lia Moreau',
      replyTo: 'https://forms.example/counter-culture',
    },
    query: 'Do you close a day more than you used to? What do customers say?',
    answer: {
      ...{ day: 68, subject: '', via: 'form' },
      body: 'We close on Mondays to mend. Customers ring anyway, and leave a message to the bag. Mara Lindqvist, Fernway',
    },
    closed: { day: 40, reason: 'not-used' },
  },
  {
    ...{ day: 12, dueIn: -3, hour: '17:00 Europe/London', topic: 'Cabin bags under fifty pounds' },
    ...{ outlet: 'Bargain Flights', journalist: 'The deals desk', replyTo: 'deals@bargainflights.example' },
    query: 'Send us your cheapest bag and a discount code.',
    closed: { day: 11, reason: 'let-be' },
  },
  {
    ...{ day: 20, dueIn: -18, hour: '9:00 AM EST', topic: 'A word on waxed cotton' },
    ...{ outlet: 'Thread & Needle', journalist: 'Wilma Ott', replyTo: 'wilma@threadneedle.example' },
    query: 'How does one wax cotton at home without ruining the kitchen?',
    closed: { day: 16, reason: 'too-late' },
  },
]
