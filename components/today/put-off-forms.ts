/** The forms that buttons of many rows belong to: one of each on a page, and each button brings its thing. */
export const DONE_FORM = 'done-for-today'
export const TAKE_UP_FORM = 'take-up-again'
/** The form with the choices for one thing. */
export const LATER_FORM = 'later'
