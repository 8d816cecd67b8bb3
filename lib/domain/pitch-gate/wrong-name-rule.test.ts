import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { reviewGreetedName } from './wrong-name-rule.ts'

const isWrong = (greeting: string, name: string) => {
  const body = `${greeting}\n\nI read your piece on ferries.`
  return reviewGreetedName(examplePitch({ body, contact: { name, country: null, address: null } })).length > 0
}

describe('the greeting', () => {
  it.each([
    ['Hi Maria,', 'Maria López'],
    ['Hi María,', 'Maria Lopez'],
    ['hi maria,', 'Maria López'],
    ['HI MARIA!', 'Maria López'],
    ['Hi, Maria!', 'Maria López'],
    ['Hi Maria I loved your piece', 'Maria López'],
    ['Hi Maria - I loved your piece', 'Maria López'],
    ['Hi Maria – quick question', 'Maria López'],
    ['Dear Ms López,', 'Maria López'],
    ['Dear Ms. Lopez:', 'Maria López'],
    ['Dear Dr. Maria Lopez,', 'Maria López'],
    ['Hello Maria Lopez,', 'Maria'],
    ['Hi Maria and Tom,', 'Maria López'],
    ['Hi Tom & Maria,', 'Maria López'],
    ['Sehr geehrte Frau Müller,', 'Anna Mueller'],
    ['Liebe Jürgen,', 'Juergen Groß'],
    ['Hej Søren,', 'Soren Kierk'],
    ['Chère Zoë,', 'Zoe'],
    ['Hi Annemarie,', 'Anne-Marie Koch'],
    ['Hi Anne,', 'Anne-Marie Koch'],
    ["Hi O'Neil,", 'Pat O’Neil'],
    ['Hi Tom,', 'Thomas Berg'],
    ['Hi Kate,', 'Katherine Hill'],
    ['Hi Maria,', 'M. López'],
    ['Hi there,', 'Maria López'],
    ['Hello,', 'Maria López'],
    ['Hi team,', 'Maria López'],
    ['Hi Bagworld team,', 'Maria López'],
    ['Dear editors,', 'Maria López'],
    ['Hello everyone!', 'Maria López'],
    ['Dear Sir or Madam,', 'Maria López'],
    ['Good morning from Lisbon,', 'Maria López'],
    ['Hi [Name],', 'Maria López'],
    ['Hi 👋 Maria,', 'Maria López'],
    ['👋 Hi Maria,', 'Maria López'],
    ['Maria,', 'Maria López'],
    ['I read your piece.', 'Maria López'],
    ['Hello I am Ana from Sailcloth', 'Maria López'],
    ['Quick question,', 'Maria López'],
    ['שלום מרים,', 'מרים'],
    ['Hi Anyone,', ''],
  ])('"%s" suits %s', (greeting, name) => {
    expect(isWrong(greeting, name)).toBe(false)
  })

  it.each([
    ['Hi Tom,', 'Maria López'],
    ['hi tom,', 'Maria López'],
    ['Hi, Tom!', 'Maria López'],
    ['Hi Mariana,', 'Maria López'],
    ['Hi Marie,', 'Maria López'],
    ['Dear Mr Berg,', 'Maria López'],
    ['Dear Maria Berg,', 'Maria López'],
    ['Hi Tom I loved your piece', 'Maria López'],
    ['Good morning Tom,', 'Maria López'],
    ['Hallo Herr Schmidt,', 'Anna Müller'],
    ['Bonjour Pierre,', 'Maria López'],
    ['Estimado Juan,', 'Maria López'],
    ['Tom,', 'Maria López'],
    ['👋 Hey Tom!', 'Maria López'],
    ['שלום דוד,', 'מרים'],
  ])('"%s" is to somebody other than %s', (greeting, name) => {
    expect(isWrong(greeting, name)).toBe(true)
  })
})
