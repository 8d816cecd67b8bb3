import { type DemoStory, page } from './demo-story.ts'
import {
  FREELANCER_FEEDS,
  FREELANCER_INSIGHTS,
  FREELANCER_SHOWS,
  FREELANCER_WORK,
} from './freelancer-work.ts'

// A travel writer on the service route: interviews, a podcast, an expert roundup. The newspaper printed neither link nor site name.

const INTERVIEW = page(
  'The woman who takes the slow boat — The Morning Ledger',
  `<p>She has not flown since 2019, and she does not make a fuss about it. "You arrive at the same time as your soul," she says, and orders another coffee.</p>
<p>Her notebooks fill a shelf by the door: ferries, night trains, a cargo ship to Bilbao. Asked what she would tell beginners, she laughs. "Bring bread."</p>`,
)

const ROUNDUP = page(
  'Nine travel writers on the one thing they always pack — Wayfarers Weekly',
  `<p>We asked nine people who write about travel what never leaves their bag.</p>
<h2>Ines Moreau, slow traveller</h2>
<p>"A spoon. You can eat anything, anywhere, with your own spoon." Read her on <a href="https://inesmoreau.example/" rel="noopener">her site</a>.</p>
<h2>Marek Zielony</h2>
<p>"Dental floss. It mends tents."</p>`,
)

const EPISODE = page(
  'Episode 41: The ferry people, with Ines Moreau — Off the Timetable',
  `<p>Ines explains how to board a cargo ship, what a harbour master eats, and why she carries bread.</p>
<h2>Links from this episode</h2>
<ul><li><a href="https://inesmoreau.example/cargo-ships?utm_source=podcast" rel="nofollow">Ines' guide to cargo ships</a></li><li>The Bilbao line, if it still runs</li></ul>`,
)

export const freelancer: DemoStory = {
  workspace: 'Ines Moreau, travel writer',
  postalAddress: '',
  people: [
    {
      name: 'Ines Moreau',
      email: 'ines@inesmoreau.example',
      role: 'owner',
      timeZone: 'Europe/Paris',
      demoRole: 'freelancer',
    },
  ],
  sites: [
    {
      name: 'inesmoreau.example',
      ownerName: 'Ines Moreau',
      domains: 'inesmoreau.example',
      brandNames: 'Ines Moreau\ninesmoreau.example',
      peopleNames: 'Ines Moreau',
      timeZone: 'Europe/Paris',
    },
  ],
  blocks: [
    {
      kind: 'signature',
      name: 'Short',
      day: 60,
      isOwn: true,
      text: '{my name}\nwrites about slow travel\n{site name}',
    },
  ],
  facts: [
    {
      ...{ kind: 'bio-short', title: 'Writer', person: 'Ines Moreau' },
      text: 'Ines Moreau has not boarded an aeroplane since 2019, and writes about it.',
    },
    {
      ...{ kind: 'topic', title: 'Travelling by cargo ship', person: 'Ines Moreau' },
      text: 'What it costs, how one asks, and what one does all day.',
    },
  ],
  requests: [
    {
      ...{ day: 45, dueIn: -42, hour: '17:00 Europe/London', topic: 'People who gave up flying for good' },
      ...{ outlet: 'The Evening Courier', journalist: 'Noor Haddad' },
      replyTo: 'noor.haddad@eveningcourier.example',
      query: 'A year on: who stuck to it, and what do they miss?',
      asks: ['You must have personal experience.'],
      ticks: [{ answer: 'met', evidence: 'Eleven borders by ferry, goods train and cargo ship since 2019.' }],
      answer: {
        ...{ day: 44, subject: 'Re: People who gave up flying for good', via: 'mailto' },
        body: 'Dear Noor,\n\nI miss nothing but my grandmother’s birthday lunches, which begin at noon whatever the tide does. Everything else arrived with me.\n\nInes Moreau, inesmoreau.example',
      },
      ran: {
        ...{ day: 30, url: 'https://eveningcourier.example/grounded' },
        html: page(
          'Grounded, and glad of it — The Evening Courier',
          '<p>“Everything else arrived with me,” says Ines Moreau, who has crossed eleven borders without an airport.</p>',
        ),
      },
      closed: { day: 29, reason: 'quoted' },
    },
  ],
  campaigns: [
    {
      name: 'The slow-boat year',
      site: 0,
      route: 'service',
      story:
        'A year without flying, told by ferry, train and cargo ship. I can speak about costs, boredom, borders and bread.',
      targetUrls: 'https://inesmoreau.example/\nhttps://inesmoreau.example/cargo-ships',
    },
  ],
  feeds: FREELANCER_FEEDS,
  works: FREELANCER_WORK,
  insights: FREELANCER_INSIGHTS,
  prospects: [
    ...FREELANCER_SHOWS,
    {
      kind: 'journalist',
      name: 'The Morning Ledger',
      address: 'https://morningledger.example',
      country: 'GB',
      whyCare: 'Their weekend pages run portraits of people who do one thing differently.',
      added: 95,
      guidelines: {
        url: 'https://morningledger.example/contact',
        note: 'Pitch the person, not the product.',
      },
      contact: {
        name: 'Harriet Bloom',
        role: 'features',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'h.bloom@morningledger.example',
          page: 'https://morningledger.example/contact',
          words: 'Features: Harriet Bloom, h.bloom@morningledger.example',
        },
      },
      reading: {
        day: 93,
        url: 'https://morningledger.example/lighthouse-keeper',
        html: page(
          'The last keeper who paints — The Morning Ledger',
          '<p>He repaints the lamp room every March, whether it needs it or not, because his father did.</p><p>Nobody has asked him to stop.</p>',
        ),
        quote: 'whether it needs it or not, because his father did',
        struck: 'She lets people be odd without explaining them.',
      },
      pitch: {
        campaign: 0,
        started: 92,
        subject: 'A year of arriving slowly, for the weekend pages',
        body: `Dear Ms Bloom,

your painter of lamp rooms in the Morning Ledger (morningledger.example) has stayed with me: nobody has asked him to stop.

I have not boarded an aeroplane since 2019. Last year I crossed eleven borders by ferry, goods train and cargo ship, and wrote it all down, the dull weeks too. If a portrait of somebody who travels at the pace of freight would suit your pages, I am in London until the twelfth.

Should it not, please just say so; I will not follow it up.

Ines Moreau`,
        ready: 91,
        sent: { day: 91, via: 'mailto' },
        reply: { day: 89, words: 'Coffee on Thursday? I would like to hear about the dull weeks.' },
        answer: { day: 89, words: 'Thursday at ten. I will bring the notebooks.' },
      },
      mention: {
        recorded: 70,
        url: 'https://morningledger.example/slow-boat',
        provenance: 'quote',
        note: 'A kind, long piece. No link, and my name is not in it.',
        aboutUs: true,
        looks: [{ day: 70, html: INTERVIEW }],
      },
    },
    {
      kind: 'podcast',
      name: 'Off the Timetable',
      address: 'https://offthetimetable.example',
      country: 'IE',
      whyCare: 'Listeners plan trips without aeroplanes; show notes always carry links.',
      added: 80,
      guidelines: { url: 'https://offthetimetable.example/guests', note: 'Suggest an episode title.' },
      contact: {
        name: 'Niamh Quill',
        role: 'host',
        country: 'IE',
        timeZone: 'Europe/Dublin',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'niamh@offthetimetable.example',
          page: 'https://offthetimetable.example/guests',
          words: 'Would-be guests: niamh@offthetimetable.example',
        },
      },
      reading: {
        day: 78,
        url: 'https://offthetimetable.example/38',
        html: page(
          'Episode 38: Night buses — Off the Timetable',
          '<p>The trick to a night bus is to give up on sleep before it gives up on you.</p><p>Next season we want to go by water, if anybody can tell us how.</p>',
        ),
        quote: 'give up on sleep before it gives up on you',
        struck: 'They say they want to go by water next season.',
      },
      pitch: {
        campaign: 0,
        started: 77,
        subject: 'Episode idea: the ferry people',
        body: `Hi Niamh,

I heard the night-bus episode on offthetimetable.example between Holyhead and Dublin, on a ferry, which is my whole point.

You want to go by water next season and ask who can tell you how. I have spent the past year doing little else: how to get on a cargo ship, what it costs, whom to feed. A title to go with it: "The ferry people".

If the season is full, no hard feelings, only tell me and I will listen in silence.

Ines Moreau`,
        ready: 76,
        sent: { day: 76, via: 'gmail' },
        reply: { day: 75, words: 'That title is stolen as of now. Are you free on the 3rd?' },
        answer: { day: 75, words: 'I am. I will bring bread.' },
      },
      mention: {
        recorded: 45,
        url: 'https://offthetimetable.example/41',
        provenance: 'guest',
        targetUrl: 'https://inesmoreau.example/cargo-ships',
        looks: [{ day: 45, html: EPISODE }],
      },
    },
    {
      kind: 'roundup',
      name: 'Wayfarers Weekly',
      address: 'https://wayfarersweekly.example',
      country: 'GB',
      whyCare: 'Asks writers one question a month and prints the answers with links.',
      added: 66,
      guidelines: 'absent',
      contact: {
        name: 'Peter Hallam',
        role: 'editor',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'peter@wayfarersweekly.example',
          page: 'https://wayfarersweekly.example/about',
          words: 'peter@wayfarersweekly.example answers everything, slowly',
        },
      },
      reading: {
        day: 64,
        url: 'https://wayfarersweekly.example/borders',
        html: page(
          'Eight writers on their worst border — Wayfarers Weekly',
          '<p>Nobody chose the border we expected. Two chose the one between their parents.</p><p>We are asking about packing next, and we are short of a ninth voice.</p>',
        ),
        quote: 'Two chose the one between their parents.',
        struck: 'They are short of a ninth voice.',
      },
      pitch: {
        campaign: 0,
        started: 63,
        subject: 'A ninth voice, and a spoon to go with it',
        body: `Dear Peter,

the two who chose the border between their parents made me close the laptop for a while. I found the piece on wayfarersweekly.example through a friend in Marseille.

You say you are one voice short on packing. Mine would be about a spoon, and why a person with her own spoon is at home everywhere; eighty words, by tomorrow night if you want them. A plain no is fine, and then you are rid of me.

Ines Moreau`,
        ready: 62,
        sent: { day: 62, via: 'mailto' },
        reply: { day: 60, words: 'Send the spoon.' },
        answer: {
          day: 60,
          words: 'Here it is: "A spoon. You can eat anything, anywhere, with your own spoon."',
        },
      },
      mention: {
        recorded: 50,
        url: 'https://wayfarersweekly.example/always-pack',
        provenance: 'quote',
        looks: [{ day: 50, html: ROUNDUP }],
      },
    },
    {
      kind: 'journalist',
      name: 'Northern Line Magazine',
      address: 'https://northernline.example',
      country: 'DE',
      whyCare: 'Long reads about trains; a German readership that already avoids flying.',
      added: 28,
      guidelines: { url: 'https://northernline.example/mitmachen', note: 'Vorschläge in drei Sätzen.' },
      contact: {
        name: 'Jonas Keller',
        role: 'Redaktion',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        writesAs: 'company',
        via: {
          kind: 'email',
          address: 'keller@northernline.example',
          page: 'https://northernline.example/impressum',
          words: 'Redaktion: Jonas Keller',
        },
      },
      reading: {
        day: 16,
        url: 'https://northernline.example/nachtzug-no-5',
        html: page(
          'Night train no. 5 — Northern Line Magazine',
          '<p>At four in the morning the corridor belongs to the conductor and his thermos.</p><p>We would like to print more from people who ride all the way to the sea and then go on.</p>',
        ),
        quote: 'the corridor belongs to the conductor and his thermos',
        struck: 'They ask for people who go on after the sea.',
      },
      pitch: {
        campaign: 0,
        started: 8,
        subject: 'After the last station: going on by ship',
        body: `Lieber Herr Keller,

the conductor and his thermos on northernline.example: I have drunk from that thermos, I think, somewhere before Narvik.

You would like more from people who ride to the sea and then go on. I did, with a goods ship from Świnoujście, and kept a log of the eleven quiet days. Three sentences, as your page asks: a passenger who is not cargo; a crew of nine; what one talks about on day eight.

If it is not for you, a single line will do and I will not ask again.

Ines Moreau`,
        ready: 8,
        sent: { day: 8, via: 'copy' },
      },
    },
    {
      kind: 'blogger',
      name: 'Overland Kitchen',
      address: 'https://overlandkitchen.example',
      country: 'PT',
      whyCare: 'Cooks on the road; my piece on ferry galleys would interest them.',
      added: 24,
      guidelines: 'absent',
      contact: {
        name: 'Rita Sousa',
        role: 'cook and writer',
        country: 'PT',
        timeZone: 'Europe/Lisbon',
        writesAs: 'self',
        via: {
          kind: 'dm',
          address: '@overlandkitchen',
          page: 'https://overlandkitchen.example/ola',
          words: 'Messages open, @overlandkitchen',
        },
      },
      reading: {
        day: 22,
        url: 'https://overlandkitchen.example/sardines',
        html: page(
          'Sardines for one, on one flame — Overland Kitchen',
          '<p>The smell stays in the van for a week and I would not have it any other way.</p><p>Does anybody know what they cook on ferries when the passengers sleep?</p>',
        ),
        quote: 'The smell stays in the van for a week',
        struck: 'She asks my question.',
      },
      pitch: {
        campaign: 0,
        started: 21,
        subject: 'What they cook on ferries when the passengers sleep',
        body: `Olá Rita,

the galley of the night ferry to Barcelona: lentils, always lentils, and an argument about football. I read your question under the sardines on overlandkitchen.example and could not leave it unanswered.

I have four galley recipes in my notebook with the cooks' names and their permission. Yours if they please you. Not interested? Tell me, and I go back to my lentils.

Ines Moreau`,
        ready: 20,
        sent: { day: 20, via: 'dm' },
        reply: {
          day: 1,
          words: 'Lentils! I was on a boat myself, sorry for the silence. Yes please, all four.',
        },
      },
    },
    {
      kind: 'podcast',
      name: 'Letters from the Quay',
      address: 'https://lettersfromthequay.example',
      country: 'GB',
      whyCare: 'Harbour sounds and stories; a patient audience.',
      added: 60,
      guidelines: 'absent',
      contact: {
        name: 'Owen Pryce',
        role: 'producer',
        country: 'GB',
        timeZone: 'Europe/London',
        writesAs: 'self',
        via: {
          kind: 'email',
          address: 'owen@lettersfromthequay.example',
          page: 'https://lettersfromthequay.example/contact',
          words: 'owen@lettersfromthequay.example',
        },
      },
      reading: {
        day: 58,
        url: 'https://lettersfromthequay.example/fog',
        html: page(
          'Fog, recorded — Letters from the Quay',
          '<p>We recorded nothing for an hour, and when we played it back it was not nothing.</p>',
        ),
        quote: 'when we played it back it was not nothing',
        struck: 'One hour of fog. My kind of people.',
      },
      pitch: {
        campaign: 0,
        started: 56,
        subject: 'An hour of engine room, if fog was not enough',
        body: `Dear Owen,

"when we played it back it was not nothing" may be the best sentence on lettersfromthequay.example, and I listened to the whole hour.

On the ship to Bilbao I left a recorder by the engine-room door, with the chief's blessing. Sixty minutes; at minute forty somebody sings. It is yours to use or to smile at. If it is neither, a short no is fine.

Ines Moreau`,
        ready: 55,
        sent: { day: 55, via: 'mailto' },
        followUp: {
          day: 47,
          subject: 'Re: An hour of engine room, if fog was not enough',
          body: `Dear Owen,

the recording is still here and still hums. One word tells me whether to send or keep it.

Ines Moreau`,
        },
      },
    },
    {
      kind: 'blogger',
      name: 'Flightless',
      address: 'https://flightless.example',
      country: 'FR',
      whyCare: 'Practical, numerate; they compare costs of not flying.',
      added: 9,
      guidelines: { url: 'https://flightless.example/contribuer', note: 'Guest posts with figures only.' },
      contact: {
        name: 'Luc Armand',
        role: 'author',
        country: 'FR',
        timeZone: 'Europe/Paris',
        writesAs: 'self',
        via: {
          kind: 'form',
          address: 'https://flightless.example/contribuer',
          page: 'https://flightless.example/contribuer',
          words: 'Proposez un article',
        },
      },
      reading: {
        day: 7,
        url: 'https://flightless.example/couts',
        html: page(
          'What a year without flying costs — Flightless',
          '<p>Add the sandwiches. Everybody forgets the sandwiches, and they are a fifth of the fare.</p><p>We have no honest numbers for freight ships yet.</p>',
        ),
        quote: 'Everybody forgets the sandwiches',
        struck: 'No numbers for freight ships. I kept every receipt.',
      },
      pitch: {
        campaign: 0,
        started: 1,
        subject: 'Receipts from a freight ship, for [the costs page]',
        body: 'Bonjour Luc,\n\nI kept every receipt, sandwiches included.',
      },
    },
    {
      kind: 'directory',
      name: 'Women Who Wander',
      address: 'https://womenwhowander.example',
      country: 'GB',
      whyCare: 'A directory of speakers that editors use.',
      added: 34,
      mention: {
        recorded: 14,
        url: 'https://womenwhowander.example/speakers/ines',
        provenance: 'listing',
        looks: [
          {
            day: 14,
            html: '<!doctype html><html><head><title>Women Who Wander</title></head><body><div id="app"></div><script src="/bundle.js"></script><noscript>Please switch on JavaScript.</noscript></body></html>',
          },
        ],
      },
    },
    {
      kind: 'journalist',
      name: 'Radio Hafenstadt',
      address: 'https://radiohafenstadt.example',
      country: 'DE',
      whyCare: 'A morning programme from a port; they take guests by phone.',
      added: 3,
      mention: {
        recorded: 1,
        url: 'https://radiohafenstadt.example/morgen/frachter',
        provenance: 'quote',
        note: 'They read two sentences of mine on the air, and wrote them up.',
        cameOut: 1,
        looks: [
          {
            day: 1,
            html: page(
              'Mit dem Frachter — Radio Hafenstadt',
              '<p>“Slow is the point,” says Ines Moreau, who has crossed on freight ships for a year.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'podcast',
      name: 'Carry-On Confidential',
      address: 'https://carryonconfidential.example',
      whyCare: 'Heard of them through Niamh.',
      added: 40,
      notForUs: 'They sell guest places. Not for us.',
    },
    {
      kind: 'blogger',
      name: 'The Patient Traveller',
      address: 'https://patienttraveller.example',
      country: 'GB',
      whyCare: 'Wrote about the Bilbao line before I did.',
      added: 35,
      touches: [
        {
          day: 34,
          kind: 'linked',
          note: 'I linked to her ferry map from my guide.',
          url: 'https://inesmoreau.example/cargo-ships',
        },
        { day: 12, kind: 'commented', note: 'On her note about harbour canteens.' },
      ],
      mention: {
        recorded: 33,
        url: 'https://patienttraveller.example/bilbao',
        provenance: 'earned',
        note: 'She linked to the cargo-ship guide by herself.',
        looks: [
          {
            day: 33,
            html: page(
              'The Bilbao line, again — The Patient Traveller',
              '<p>Since I wrote this, <a href="https://inesmoreau.example/cargo-ships">somebody braver</a> has crossed on freight.</p>',
            ),
          },
          {
            day: 0,
            html: page(
              'The Bilbao line, again — The Patient Traveller',
              '<p>The line has been suspended. I am rewriting this page.</p>',
            ),
          },
        ],
      },
    },
    {
      kind: 'roundup',
      name: 'Best Travel Blogs Europe',
      address: 'https://besttravelblogs.example',
      country: 'GB',
      whyCare: 'A list people do read; checked by hand.',
      added: 120,
      mention: {
        recorded: 90,
        url: 'https://besttravelblogs.example/2026',
        provenance: 'earned',
        looks: [
          {
            day: 90,
            html: page(
              'Travel blogs worth your evening — Best Travel Blogs',
              '<ul><li><a href="https://inesmoreau.example">Ines Moreau</a>, for people with time</li></ul>',
              '<meta name="robots" content="noindex, follow">',
            ),
          },
        ],
      },
    },
  ],
}
