import { describe, expect, it } from 'vitest'
import { readVcardLine, vcardParts, vcardText } from './vcard-line.ts'

describe('a line of a contact card', () => {
  it.each<[line: string, name: string, value: string]>([
    ['FN:Anna', 'FN', 'Anna'],
    ['item1.URL;type=pref:https\\://a.example', 'URL', 'https\\://a.example'],
    ['EMAIL;TYPE="a:b;c":x@a.example', 'EMAIL', 'x@a.example'],
    ['URL;WORK:https://a.example/?a=1', 'URL', 'https://a.example/?a=1'],
    ['NOTE;ENCODING=QUOTED-PRINTABLE:1 =3D 1, =zz=', 'NOTE', '1 = 1, =zz='],
    ['NOTE;QUOTED-PRINTABLE;CHARSET=windows-1251:=CF=F0=E8', 'NOTE', 'При'],
    ['NOTE;QUOTED-PRINTABLE;CHARSET=made-up:=E9', 'NOTE', 'é'],
    ['NOTE;QUOTED-PRINTABLE:Caf=E9', 'NOTE', 'Café'],
  ])('%s', (line, name, value) => {
    expect(readVcardLine(line)).toMatchObject({ name, value })
  })

  it.each(['no colon here', 'PHOTO;ENCODING=b:/9j/4AAQ', 'PHOTO;BASE64:/9j/4AAQ', ''])(
    'is passed over: "%s"',
    (line) => {
      expect(readVcardLine(line)).toBeNull()
    },
  )

  it('tells groups, types and preferences', () => {
    const line = readVcardLine('ITEM1.EMAIL;INTERNET;TYPE=work,home;PREF=1:a@a.example')
    expect(line).toMatchObject({ group: 'item1', name: 'EMAIL' })
    expect(line?.params.get('type')).toEqual(['INTERNET', 'work', 'home'])
    expect(line?.params.get('pref')).toEqual(['1'])
  })
})

describe('a value of a contact card', () => {
  it.each<[value: string, version: string, text: string]>([
    ['one\\ntwo\\, three\\; four\\\\five', '3.0', 'one\ntwo, three; four\\five'],
    ['https\\://a.example', '4.0', 'https://a.example'],
    ['C:\\new', '2.1', 'C:\\new'],
    ['ends with \\', '3.0', 'ends with \\'],
  ])('%s of vCard %s', (value, version, text) => {
    expect(vcardText(value, version)).toBe(text)
  })

  it('is divided where no escape stands', () => {
    expect(vcardParts('Tee\\;x;Anna;;', ';', '3.0')).toEqual(['Tee;x', 'Anna', '', ''])
  })
})
