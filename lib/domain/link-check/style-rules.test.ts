import { describe, expect, it } from 'vitest'
import { judged, POST } from './cases/judged-page.ts'

/** A post with a link to us marked by class and id, and whatever stands around it. */
const page = (css: string, link = '<a class="kit" id="k" href="https://acme.test/">kit</a>') =>
  `<style>${css}</style>${POST}<main class="post"><p>By ${link}</p></main>`

describe('style sheets', () => {
  it.each([
    ['a class it may get from a script', page('body:not(.ready) .kit { display: none }')],
    [
      'an element it may stand behind',
      page('b + .kit { display: none }', '<b>x</b><a class="kit" href="https://acme.test/">kit</a>'),
    ],
    ['a place among its siblings', page('.kit:nth-child(2n) { display: none }')],
    ['what it holds', page('.post:has(img) { display: none }')],
    ['one of several places', page(':is(main p) .kit { display: none }')],
    ['a width of what it stands in', page('@container (width < 400px) { .kit { display: none } }')],
    ['a condition nobody here knows', page('@supports (nonsense: 1) { .kit { display: none } }')],
    ['a screen nobody here knows', page('@media (min-aspect-ratio: 1/1) { .kit { display: none } }')],
    ['a selector only some browsers know', page('.kit, ::-moz-focus-inner { display: none }')],
    ['layers in layers', page('@layer a { @layer b { .kit { display: none } } }')],
    ['a variable', page('.kit { display: var(--kit) }')],
    ['a variable of its own', page('', '<a style="visibility: var(--x)" href="https://acme.test/">kit</a>')],
    ['what may bring it back', page('.kit { display: none } .post:has(p) .kit { display: block }')],
    ['a visibility that may be', page('.post:lang(en) { visibility: hidden }')],
  ])('leaves open what is decided by %s', (_, html) => {
    expect(judged(html)).toMatchObject({ linked: true, hidden: null })
  })

  it.each([
    ['an attribute', '[data-x="1"] .kit { display: none }', true],
    ['another value', '[data-x="2"] .kit { display: none }', false],
    ['an attribute in any case', '[DATA-X="A b" i] .kit { display: none }', false],
    ['a value that counts in any case', 'a[rel="NOFOLLOW"] { display: none }', true],
    ['a word of an attribute', '[title~="two"] { display: none }', true],
    ['a part of a word', '[title~="tw"] { display: none }', false],
    ['the end of an address', 'a[href$=".test/"] { display: none }', true],
    ['a language', '[title|="one two"] { display: none }', true],
    ['a string with a brace in it', '[title="}"], .kit { display: none }', true],
    ['what it is not', '.kit:not(.other, #no) { display: none }', true],
    ['what it is, and must not be', '.kit:not(#k) { display: none }', false],
    ['one of several', ':where(.other, .kit) { display: none }', true],
    ['a state', '.kit:not(:hover) { display: none }', true],
    ['an empty element', 'p:empty, main:empty { display: none }', false],
    ['a first one, and it is not', '.post:first-child { display: none }', false],
    ['an escape of digits', '.\\6b it { display: none }', true],
    ['a rule in a rule', '.post { p { .no& , & .kit { display: none } } }', true],
    ['a condition in a rule', '.kit { @media screen { display: none } }', true],
    [
      'a later layer',
      '@layer a, b; @layer b { .kit { display: none } } @layer a { #k { display: block } }',
      true,
    ],
    [
      'an important one of an earlier layer',
      '@layer a { .kit { display: none !important } } #k { display: block !important }',
      true,
    ],
    ['an invalid name in a list', '.kit, .1a { display: none }', false],
    ['an invalid choice of several', ':is(.1a, .kit) { display: none }', true],
    ['a list that ends in a comma', '.kit, { display: none }', false],
    ['a value of old browsers after it', '.kit { display: none; display: -ms-flexbox }', true],
    ['a value that is undone', '.kit { display: none } #k { display: revert }', false],
    ['an inherited one', '.post { visibility: hidden } .kit { visibility: inherit }', true],
    ['an initial one', '.post { visibility: hidden } .kit { visibility: initial }', false],
  ])('reads %s', (_, css, hidden) => {
    const link = '<a class="kit" id="k" rel="nofollow" title="one two" href="https://acme.test/">kit</a>'
    expect(judged(page(css, link).replace('<main', '<main data-x="1"'))).toMatchObject({
      linked: true,
      hidden,
    })
  })

  it('counts the sheet of a drawing, and none of another language', () => {
    const kit = '<a class=kit href="https://acme.test/">kit</a>'
    expect(judged(`${POST}<svg><style>.kit{display:none}</style></svg>${kit}`)).toMatchObject({
      hidden: true,
    })
    expect(judged(`<style type="text/less">.kit{display:none}</style>${POST}${kit}`)).toMatchObject({
      hidden: false,
    })
    expect(judged(`<style type="TEXT/CSS">.kit{display:none}</style>${POST}${kit}`)).toMatchObject({
      hidden: true,
    })
  })

  it('leaves a name open that may be hidden, and finds it where it is surely seen', () => {
    const css = '<style>.post:has(p){display:none}</style>'
    const name = '<div class=post><p>Acme</p></div>'
    expect(judged(css + POST + name)).toMatchObject({ mentioned: null, mentionedAs: 'Acme', hidden: null })
    expect(judged(`${css}${POST}${name}<p>Acme</p>`)).toMatchObject({ mentioned: true, hidden: false })
    expect(judged(css + POST)).toMatchObject({ mentioned: false })
  })
})
