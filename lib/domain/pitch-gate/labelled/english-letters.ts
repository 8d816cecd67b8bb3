import type { PitchFacts } from '../pitch-facts.ts'
import { letter } from './labelled-pitch.ts'

/** Honest letters in English: each from somebody else, to somebody else, in a voice of its own. */
export const KETTLE: PitchFacts = letter({
  to: 'Nora Whitby',
  host: 'slowkettle.example',
  from: 'Piet Janssen',
  company: 'Oven & Clay',
  page: 'Six teapots for one winter\nThe spout decides everything: a teapot that drips is a teapot I give away.\nI tried glass, iron and porcelain.',
  quote: 'a teapot that drips is a teapot I give away',
  gap: 'no stoneware',
  subject: 'The stoneware teapot that never drips',
  body: `Hi Nora,

"A teapot that drips is a teapot I give away" made me laugh out loud on slowkettle.example, because my own shelf of rejects is full of spouts.

I throw stoneware in a shed near Utrecht, and last year I cut forty spouts before one poured clean. Your winter list has glass, iron and porcelain, and I wondered whether the seventh place could be clay.

Shall I send you one to pour from? It is yours either way.

If you would rather not hear from me, say so and I won't write again.

Piet Janssen
Oven & Clay`,
})

export const ENGLISH_LETTERS: readonly PitchFacts[] = [
  KETTLE,
  letter({
    to: 'Samir Haddad',
    host: 'thirdplatform.example',
    from: 'Ruth Okafor',
    company: 'Okafor Maps',
    route: 'service',
    page: 'Night trains, told by the people who work on them\nNobody asks the guard how he sleeps, and he has a system for it.\nNext month: the cleaners.',
    quote: 'Nobody asks the guard how he sleeps, and he has a system for it',
    subject: 'A map maker for your night train series',
    body: `Dear Samir,

The guard and his system for sleeping stayed with me for a week after I read your night train story.

I draw the maps that hang in the corridors of three sleeper lines. Every line is a quarrel: which stations may be left out, who gets a lake. If your series has room for the person who decides where the red line bends, I would gladly sit down with you.

No hurry, and no hard feelings if it is not for you. Just tell me and I will leave it there.

Ruth Okafor, Okafor Maps`,
  }),
  letter({
    to: 'Jo Brandt',
    host: 'gravelandgrit.example',
    from: 'Tess Moran',
    company: 'Moran Cycleworks',
    page: 'What broke on the long way to Tirana\nTwo spokes, one friendship and every zip I own.\nMy panniers were done by Mostar.',
    quote: 'Two spokes, one friendship and every zip I own',
    gap: 'no roll-top panniers',
    subject: 'Panniers without a single zip to break',
    body: `Hello Jo,

"Two spokes, one friendship and every zip I own" is the best packing list I have read. I came to it on gravelandgrit.example while mending a zip.

So I stopped using them. My panniers roll shut, like a bag of coffee, and a friend has taken a pair from Cork to Kars.

May I lend you two for the next long way? Write about them, or don't; I'd like to know what gives out first.

Not your thing? Tell me and you won't hear from me again.

Tess, Moran Cycleworks`,
  }),
  letter({
    to: 'Dr. Ingrid Solheim',
    host: 'fjordkitchen.example',
    from: 'Anders Vik',
    company: 'Vik Sea Salt',
    page: 'Salt is a season, not a spice.\nI keep four jars by the stove and reach for one.',
    quote: 'Salt is a season, not a spice',
    gap: 'nothing on smoked salt',
    subject: 'A fifth jar for the shelf by your stove',
    body: `Dear Dr Solheim,

I read your essay with the four jars by the stove, and "salt is a season, not a spice" has been written above our pans since.

We boil salt from the fjord and smoke a little of it over birch. It belongs to November. I would be happy to send a jar for you to try; there is nothing you need to do for it.

Should you prefer not to receive post from me, one word is enough and I will not contact you again.

Anders Vik, Vik Sea Salt`,
  }),
  letter({
    to: 'Ben',
    host: 'shedradio.example',
    from: 'Lucy Tran',
    company: 'Tran Tool Library',
    route: 'service',
    page: 'Episode 41. The man who lends ladders. He keeps a book of excuses, and rain is the most popular.',
    quote: 'He keeps a book of excuses, and rain is the most popular',
    subject: 'A guest who lends out chainsaws for a living',
    body: `Hey Ben,

Listened to your episode on the man who lends ladders, twice. The book of excuses!

I run a tool library with 900 members and one chainsaw with a waiting list. I have kept every note people left with what they returned. Some of them are love letters.

Would that make an episode? Happy to talk on your terms, any day after six.

And a plain no is fine too.

Lucy Tran
Tran Tool Library`,
  }),
  letter({
    to: 'Harriet Poole',
    country: 'US',
    host: 'porchgarden.example',
    from: 'Miguel Ortega',
    company: 'Ortega Seed Company',
    postalAddress: '41 Mill Road, Taos, NM 87571',
    page: 'The beans that forgave me\nI have killed every bean sold for a balcony except one.\nThe survivors: bush beans, runner beans.',
    quote: 'I have killed every bean sold for a balcony except one',
    gap: 'no tepary beans',
    subject: 'A bean that is very hard to kill on a balcony',
    body: `Hi Harriet,

You wrote "I have killed every bean sold for a balcony except one", and I read your post to my mother, who keeps our seed room.

She says: tepary. It has grown in our desert for longer than anyone has counted, and it sulks when you water it. I'd love to mail you a packet, no strings.

If you'd rather I didn't write, tell me and I won't.

Miguel Ortega, Ortega Seed Company
41 Mill Road, Taos, NM 87571`,
  }),
  letter({
    to: 'Freya Lund',
    country: 'NZ',
    host: 'tidewatch.example',
    from: 'Moana Parata',
    company: 'Harbour Lamps',
    page: 'Lights I leave on for the boats. A lamp on a window sill is a promise. I own two, both older than me.',
    quote: 'A lamp on a window sill is a promise',
    gap: 'no solar lamp',
    subject: 'A lamp for the sill that needs no cable',
    body: `Kia ora Freya,

Your piece about the lights you leave on for the boats made me put one in our own window. I found it on tidewatch.example after a storm.

We build small sun-fed lamps out of old ship's glass. One charge lasts a long winter night. Could I drop one off for your sill? Keep it, give it away, say nothing: all fine.

If it isn't for you, let me know and that's the end of it.

Moana Parata, Harbour Lamps`,
  }),
  letter({
    to: 'Team of Paper Weekly',
    host: 'paperweekly.example',
    from: 'Olga Petrenko',
    company: 'Petrenko Bindery',
    route: 'service',
    page: 'We ask one maker a week the same nine questions. Question four is always the hardest: what did you throw away?',
    quote: 'Question four is always the hardest: what did you throw away?',
    subject: 'A bookbinder for your nine weekly questions',
    body: `Dear all,

I read your nine questions every Friday with my tea, and I have an answer to number four that I have told nobody.

I bind books for a court and repair them for a prison, in the same week, with the same thread. If one of your Fridays is free, I would like to be asked.

Please just say no if I am not what you look for.

Olga Petrenko
Petrenko Bindery`,
  }),
  letter({
    to: 'Claire Dubois',
    host: 'tenthfloorbees.example',
    from: 'Sunil Rao',
    company: 'Rao Roofs',
    page: 'My bees drink from the gutter, and so the gutter became a garden. There is moss in it now.',
    quote: 'My bees drink from the gutter, and so the gutter became a garden',
    gap: 'rain barrels',
    subject: 'What your bees would drink from our roof',
    body: `Claire,

after I read your gutter story I went up and looked at ours. Dry as toast.

We make shallow barrels that keep a finger of water on a flat roof, with cork for whoever falls in. I'd be glad to bring one over, since you live eleven streets away. Nothing expected.

You can ignore this without guilt, and I won't send another.

Sunil Rao (Rao Roofs)`,
  }),
]
