const PASSWORD_MIN_CHARACTERS = 10
export const PASSWORD_MAX_CHARACTERS = 200

/**
 * Why this password will not do, as a sentence, or null. Length is what makes a password strong (NIST SP 800-63B,
 * section 3.1.1.2), so there are no rules about kinds of characters; but what everybody tries first is refused.
 */
export function passwordProblem(password: string, email: string): string | null {
  const length = [...password].length
  if (length < PASSWORD_MIN_CHARACTERS) {
    return `Please use at least ${PASSWORD_MIN_CHARACTERS} characters. A few words in a row work well.`
  }
  if (length > PASSWORD_MAX_CHARACTERS) return `Please keep it under ${PASSWORD_MAX_CHARACTERS} characters.`
  const folded = password.toLowerCase()
  if (folded === email.toLowerCase())
    return 'Your address is the first thing anybody would try. Please choose another.'
  if (isCommon(folded)) return 'That one is on every list of common passwords. Please choose another.'
  return null
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size <= 2) return true
  const core = folded.replace(/[^a-z]+$/, '')
  return COMMON.has(folded) || (core.length >= 6 && COMMON_CORES.has(core)) || isRun(folded)
}

/** "1234567890", "abcdefghij", and the same backwards or typed twice. */
function isRun(text: string): boolean {
  const runs = [
    '01234567890123456789',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjklzxcvbnm',
    '1q2w3e4r5t6y7u8i9o0p',
  ]
  return runs.some((run) => run.includes(text) || [...run].reverse().join('').includes(text))
}

// From public lists of leaked passwords, those of ten characters and more.
const COMMON = new Set(
  `1qaz2wsx3edc 1qazxsw2 qwertyuiop1 qwerty12345 qwerty123456 1q2w3e4r5t 1q2w3e4r5t6y zaq12wsxcde3 q1w2e3r4t5y6
  1234567890 0123456789 0987654321 12345678910 123456789a a123456789 123456789q q123456789 1234567891 1122334455 11223344556677
  123123123123 1231231234 1212121212 121212121212 1029384756 9876543210 987654321a 147258369a 789456123a 1357924680 abcd123456
  abc1234567 abcdef1234 asdfghjkl1 asdf1234567 zxcvbnm123 zxcvbnm1234 qazwsxedc1 qazwsxedcrfv passw0rd12 passw0rd123 p@ssw0rd123
  p@ssword123 password1234 mypassword correcthorsebatterystaple letmeinplease changemenow iloveyou12 iloveyouso iloveyou123
  football12 baseball12 basketball liverpool1 manchester unbelievable christopher alexander1 jonathan12 elizabeth1 jennifer12
  charlotte1 sunshine12 princess12 superman12 spiderman1 pokemon123 starwars123 dragonball michael123 whatever123 trustno1234
  internet123 computer123 samsung123 welcome1234 administrator administrator1 adminadmin testtest123 test123456 testtesttest
  passwordpassword secretsecret hellohello helloworld123 minecraft123 fuckyou123 blink182blink rockyou123`.split(
    /\s+/,
  ),
)

// Common words that people stretch to ten characters with digits and signs.
const COMMON_CORES = new Set(
  `password passwort motdepasse contrasena qwerty qwertz azerty letmein welcome iloveyou changeme whatever sunshine princess
  football baseball superman dragon monkey master shadow michael charlie computer internet liverpool arsenal chelsea barcelona
  samsung pokemon starwars minecraft helloworld trustno testtest rapport secret administrator`.split(/\s+/),
)
