import { setFlagsFromString } from 'node:v8'

/**
 * V8 lets its heap grow to several times what is alive in it before it clears up. A worker that reads a large file would
 * then hold twice the memory for the same work: here it clears up once a quarter is garbage.
 */
export function keepHeapSmall() {
  setFlagsFromString('--heap-growing-percent=25')
}
