import { csv, type ImportCase, utf8, utf8Bom } from './import-case.ts'

const GOOGLE =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value'
const OUTLOOK =
  'First Name,Middle Name,Last Name,Title,Suffix,Company,Department,Job Title,Business Phone,E-mail Address,E-mail Display Name,E-mail 2 Address,Web Page,Categories,Notes'

export const CONTACT_CASES: ImportCase[] = [
  {
    name: 'Google Contacts: several addresses in a cell and in columns, labels, a website',
    file: utf8(
      csv(
        ',',
        GOOGLE,
        'Anna,M.,Tee,,,,Dr.,,,,Tea Blog,Editor,,,"Met in ""Leeds""\nlikes kettles",,Tea ::: * myContacts,* Work,anna@teablog.example ::: a.tee@daily.example,Home,anna@home.example,Mobile,+44 1,,,,,,,,,,Blog,https://teablog.example/about,,,,',
        ',,,,,,,,,,,,,,,,* myContacts,,,,,Mobile,+44 2,,,,,,,,,,,,,,,',
      ),
    ),
    format: 'google-contacts',
    records: [
      {
        line: 2,
        prospect: { url: 'https://teablog.example', name: 'Tea Blog' },
        contact: {
          name: 'Anna M. Tee',
          email: 'anna@teablog.example',
          emails: ['anna@teablog.example', 'a.tee@daily.example', 'anna@home.example'],
          role: 'Editor',
          url: 'https://teablog.example/about',
        },
        mention: null,
        tags: ['Tea'],
        notes: 'Met in "Leeds"\nlikes kettles',
      },
    ],
    refused: [[4, /no outlet, person or page/]],
  },
  {
    name: 'Google Contacts as it was until 2024',
    file: utf8(
      csv(
        ',',
        'Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value',
        'Anna Tee,Anna,,Tee,Press ::: * myContacts,* Work,anna@teablog.example,Tea Blog,Editor,Profile,https://www.linkedin.com/in/anna-tee',
      ),
    ),
    format: 'google-contacts',
    records: [
      {
        // A profile is the person's; the outlet has only its name.
        prospect: { name: 'Tea Blog' },
        contact: {
          name: 'Anna Tee',
          email: 'anna@teablog.example',
          url: 'https://www.linkedin.com/in/anna-tee',
        },
        tags: ['Press'],
      },
    ],
  },
  {
    name: 'Outlook: a title is no role, and an Exchange address is no e-mail address',
    file: utf8Bom(
      csv(
        ',',
        OUTLOOK,
        'Anna,,Tee,Ms,,Tea Blog,News,Editor,1,anna@teablog.example,Anna Tee,a@home.example,https://teablog.example,Press;Tea,Kind',
        'Ben,,Bag,,,Daily,,,1,/o=ExchangeLabs/ou=Group/cn=Recipients/cn=ben,Ben Bag,,,,',
      ),
    ),
    format: 'outlook',
    records: [
      {
        prospect: { url: 'https://teablog.example', name: 'Tea Blog' },
        contact: { name: 'Anna Tee', role: 'Editor', emails: ['anna@teablog.example', 'a@home.example'] },
        tags: ['Press', 'Tea'],
        notes: 'Kind',
      },
      { prospect: { name: 'Daily' }, contact: { name: 'Ben Bag' } },
    ],
    warnings: [/1 e-mail address could not be read .*Line 3/],
  },
  {
    name: 'LinkedIn connections below their notes',
    file: utf8(
      csv(
        ',',
        'Notes:',
        '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see ""email addresses"" for connections who have allowed it."',
        '',
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
        'Anna,Tee,https://www.linkedin.com/in/anna-tee,,Tea Blog,Editor,21 Sep 2026',
      ),
    ),
    format: 'linkedin-connections',
    headerLine: 4,
    records: [
      {
        line: 5,
        prospect: { name: 'Tea Blog' },
        contact: { name: 'Anna Tee', role: 'Editor', url: 'https://www.linkedin.com/in/anna-tee' },
        connectedOn: '2026-09-21',
      },
    ],
  },
  {
    name: 'Hunter domain search: a row without an address is refused',
    file: utf8(
      csv(
        ',',
        'Email address,Domain name,Organization,Confidence score,Type,Number of sources,Pattern,First name,Last name,Department,Position,Twitter handle,LinkedIn URL,Phone number,Company type,Industry,Country',
        'anna@teablog.example,teablog.example,Tea Blog,97,personal,3,{first},Anna,Tee,,Editor,,https://www.linkedin.com/in/anna-tee,,,,GB',
        ',teablog.example,Tea Blog,12,personal,0,,Ben,Bag,,,,,,,,GB',
      ),
    ),
    format: 'hunter',
    records: [
      {
        prospect: { url: 'https://teablog.example', name: 'Tea Blog' },
        contact: { name: 'Anna Tee', email: 'anna@teablog.example', role: 'Editor' },
      },
    ],
    refused: [[3, /no e-mail address/]],
  },
  {
    name: 'Hunter leads: the page an address was found on is kept',
    file: utf8(
      csv(
        ',',
        'Email,First name,Last name,Position,Company,Website,Phone number,Twitter,LinkedIn URL,Confidence score,Source,Notes,Lists,Created at',
        'anna@teablog.example,Anna,Tee,Editor,Tea Blog,teablog.example,,,,90,https://teablog.example/contact,hi,Press,2026-09-21',
      ),
    ),
    format: 'hunter',
    records: [{ contact: { emailFoundOn: 'https://teablog.example/contact' }, tags: ['Press'], notes: 'hi' }],
  },
  {
    name: 'Hunter with the names of its API',
    file: utf8(
      csv(
        ',',
        'value,type,confidence,first_name,last_name,position,seniority,linkedin,sources[0].uri',
        'anna@teablog.example,personal,97,Anna,Tee,Editor,senior,,https://teablog.example/contact',
      ),
    ),
    format: 'hunter',
    records: [{ contact: { name: 'Anna Tee', emailFoundOn: 'https://teablog.example/contact' } }],
  },
  {
    name: 'BuzzStream people',
    file: utf8(
      csv(
        ',',
        'First Name,Last Name,Email,Website,Domain,Relationship Stage,Tags,Assigned To,Twitter,LinkedIn,Notes,Created Date,Last Communication Date',
        'Anna,Tee,anna@teablog.example,https://teablog.example/,teablog.example,Attempting To Reach,"tea, press",Max,,,kind,2026-01-01,',
      ),
    ),
    format: 'buzzstream-people',
    records: [
      {
        prospect: { url: 'https://teablog.example' },
        contact: { name: 'Anna Tee', email: 'anna@teablog.example' },
        status: 'Attempting To Reach',
        tags: ['tea', 'press'],
        notes: 'kind',
      },
    ],
  },
]
