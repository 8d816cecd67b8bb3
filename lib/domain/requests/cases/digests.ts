/** Six digests in the layouts of the services people get them from; every name, address and question is made up. */

export const HARO_DIGEST = `HARO: the afternoon's queries, 9 May 2028
Thank you for reading. A word from our sponsor stands below the index.

****************************** INDEX ******************************
Travel
1) Packing for three climates in one bag (Trail & Rail)
2) Shops that mend what they sell (anonymous)
Home and Garden
3) Balconies that survive August (The Greenhouse Letter)

*******************************************************************
Travel
-------------------------------------------------------------------

1) Summary: Packing for three climates in one bag

Name: Petra Holm
Category: Travel
Email: query-8f2k@helpareporter.example
Media Outlet: Trail & Rail
Deadline: 7:00 PM EST - 12 May

Query:

I am putting together a guide to packing light for trips that go
from snow to beach. What do you leave at home, and what would you
never go without?

Requirements:

UK only, please. You must be a founder or buyer of an outdoor shop.
No product pitches. No AI-written answers.
Please include a head shot.

Back to Top Back to Category Index
-------------------------------------------------------------------

2) Summary: Shops that mend what they sell

Name: Anonymous
Category: Travel
Email: query-8f2m@helpareporter.example
Media Outlet: anonymous
Deadline: 12:00 PM EST - 15 May

Query:

Does your shop repair what it sold? Tell me what it costs you and
what it brings. A line like this:
Note: two sentences are enough.

Back to Top Back to Category Index
-------------------------------------------------------------------
Home and Garden
-------------------------------------------------------------------

3) Summary: Balconies that survive August

Name: Odile Brandt
Category: Home and Garden
Email: query-8f2q@helpareporter.example
Media Outlet: The Greenhouse Letter
Deadline: 5:00 PM PST - 20 May

Query:

Which plants live through a hot month on a south-facing balcony?

Requirements:

Must be a certified horticulturist.

Back to Top Back to Category Index
*******************************************************************
You get this because you signed up as a source. Unsubscribe here.
`

export const SOS_DIGEST = `SOURCE OF SOURCES, Tuesday morning
Read these, answer only what you know about, and be kind.

1) SUMMARY: What small shops learned from a slow winter
CATEGORY: Business and Finance
NAME: Ines Falk
EMAIL: ines@ledger-weekly.example
MUCK RACK URL: https://people.example/ines-falk
MEDIA OUTLET: The Ledger Weekly
MEDIA WEBSITE: https://ledger-weekly.example
DEADLINE DATE: 2028-12-18
DEADLINE TIME: 12:00 pm
TIME ZONE: Eastern Standard Time
QUERY: SHOP OWNERS ONLY. How did you get through a winter with half
the customers? Keep answers under 150 words.
_______________________________________________

2) SUMMARY: Gifts that are not things
CATEGORY: Lifestyle
NAME: Tom Aku
EMAIL: tom.aku@sundaybrief.example
MEDIA OUTLET: Sunday Brief
MEDIA WEBSITE: https://sundaybrief.example
DEADLINE DATE: 2028-12-20
DEADLINE TIME: 6:00 pm
TIME ZONE: Pacific Standard Time
QUERY: Tell me about a present you gave that could not be wrapped.
_______________________________________________

See you tomorrow. Do not reply to this address.
`

export const QWOTED_ALERT = `New source requests on Qwoted for you

Source Request: Founders on paying themselves a wage
Publication: Counter Culture
Reporter: Lia Moreau
Deadline: Thu 18 May 2028, 17:00 BST
Details: For a piece on pay in small firms I want to hear how founders decided on their own wage, with figures.
Criteria: Founders of firms with fewer than twenty people. Must be willing to be named.
Pitch here: https://app.qwoted.example/source_requests/12345

Source Request: The return of the repair cafe
Publication: Mend
Reporter: Jonas Weil
Deadline: Friday 19 May 2028
Details: Who runs one, and what breaks most?
Pitch here: https://app.qwoted.example/source_requests/12346

Change your alerts in your settings.
`

export const SOURCEBOTTLE_ALERT = `Drink Up! Your SourceBottle call outs for Wednesday

Call Out: Experts on travelling with a dog
Publication: Paws & Passports
Posted by: Kirra Nolan
Deadline: 11/05/2028 5pm AEST
Description: We're after a vet or a trainer who can comment on long drives with dogs.
Location: Australia
Respond here: https://sourcebottle.example/query/99

Call Out: Giveaway for readers of a parenting site
Publication: anonymous
Posted by: M. Tan
Deadline: 14 May 2028 9:00 AM AEST
Description: Prizes for a competition, worth $100 or more.
Respond here: https://sourcebottle.example/query/100

You can change the topics you hear about at any time.
`

export const POSTS = `Hanna Vik @hannavik
#journorequest I'm looking for people who gave up flying for good, for a feature in The Slow Traveller. UK-based only, need to speak by Friday noon. DM me or hanna@slowtraveller.example

Ravi Sen @ravisen
Any small brands that ship without plastic? Writing for Packaging Today, deadline tomorrow COB GMT. No AI answers please #prrequest
`

export const LETTER = `Hello Mara,

I'm Noor Haddad, and I am writing a story about shops that lend out their goods for The Evening Courier. A reader told me that you lend tents.

Could you tell me in two or three sentences why you began, and what came back broken? I would need it by Thursday at 3pm, London time. A photo of the shop would be lovely but is not required.

Only answers from people who run the shop themselves, please.

Best wishes,
Noor Haddad
noor.haddad@eveningcourier.example
`
