import { afterEach, expect, it } from 'vitest'
import { BodyBytes } from './body-bytes.ts'
import { BodyRoom } from './body-room.ts'

const rooms: BodyRoom[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) room.leave()
})

function newRoom(): BodyRoom {
  const room = new BodyRoom()
  rooms.push(room)
  return room
}

const LARGEST = 5_000_000
/** Ten of the largest bodies share what there is beyond their first million bytes. */
const TOGETHER = 10

it('bodies of up to a million bytes are held by as many looks as there are', () => {
  expect(Array.from({ length: 50 }, () => newRoom().mayHold(1_000_000))).toEqual(Array(50).fill(true))
})

it('larger ones as far as there is room, and one more, so that somebody always comes to an end', () => {
  const rooms = Array.from({ length: 50 }, newRoom)
  expect(rooms.filter((room) => room.mayHold(LARGEST))).toHaveLength(TOGETHER + 1)
})

it('many that are a little larger leave room for others', () => {
  const stalled = Array.from({ length: 30 }, newRoom)
  expect(stalled.every((room) => room.mayHold(1_900_000))).toBe(true)
  expect(newRoom().mayHold(LARGEST)).toBe(true)
})

it('the next is let in when one leaves', async () => {
  const first = Array.from({ length: TOGETHER + 1 }, newRoom)
  for (const room of first) room.mayHold(LARGEST)
  const [second, third] = [newRoom(), newRoom()]
  expect([second.mayHold(LARGEST), third.mayHold(LARGEST)]).toEqual([false, false])
  const admitted: string[] = []
  const both = [
    second.admission().then(() => admitted.push('second')),
    third.admission().then(() => admitted.push('third')),
  ]
  await Promise.resolve()
  expect(admitted).toEqual([])
  for (const room of first.slice(0, 3)) room.leave()
  await Promise.all(both)
  expect(admitted).toEqual(['second', 'third'])
})

it('a look that leaves while it waits takes nobody’s place', async () => {
  const first = Array.from({ length: TOGETHER + 1 }, newRoom)
  for (const room of first) room.mayHold(LARGEST)
  const [gone, waits] = [newRoom(), newRoom()]
  gone.mayHold(LARGEST)
  waits.mayHold(LARGEST)
  const admissions = [gone.admission(), waits.admission()]
  gone.leave()
  for (const room of first.slice(0, 2)) room.leave()
  await Promise.all(admissions)
  expect(waits.mayHold(LARGEST)).toBe(true)
})

it('bytes are kept in order up to the limit, whatever pieces they come in', () => {
  const bytes = new BodyBytes(10, newRoom(), 4)
  expect([bytes.add(Uint8Array.of(1, 2, 3)), bytes.add(Uint8Array.of(4, 5, 6))]).toEqual([true, true])
  expect([...bytes.taken()]).toEqual([1, 2, 3, 4, 5, 6])
  expect(() => bytes.add(new Uint8Array(9).fill(7))).toThrow('too-large')
  expect([...bytes.taken()]).toEqual([1, 2, 3, 4, 5, 6, 7, 7, 7, 7])
})
