const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `02:35:10` in UTC. */
export function timeText(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}

/** `Mon 30 Nov, 02:35:10 UTC`. */
export function momentText(time: number): string {
  const date = new Date(time);
  const day = `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return `${day}, ${timeText(time)} UTC`;
}
