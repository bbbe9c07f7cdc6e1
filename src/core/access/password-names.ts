/** What people call a password, in their languages: the source of a regular expression in any case. */
export const PASSWORD_NAME = `(?:${[
  'passw(?:or)?[dt]|passphrase|pwd|(?<![a-z])pass|passord|contrase[nñ]a|mot de passe|senha|palavra-passe|parola|wachtwoord',
  'kennwort|parola d.ordine|has[lł]o|heslo|geslo|lozinka|adgangskode|l[oö]senord|salasana|jelsz[oó]|[sş]ifre|m[aậ]t kh[aẩ]u|kata sandi',
  'пароль|парола|κωδικός|密[码碼]|パスワード|비밀번호|รหัสผ่าน|סיסמ[הא]|كلمة (?:المرور|السر)|पासवर्ड',
].join('|')})`;

const NAMED = new RegExp(PASSWORD_NAME, 'i');
/** A longer text is not looked through in one go: the search for a name with its value rests. */
const LONGEST = 30_000;

/** Cheaper than to search for such a name with its value. */
export function mayBePassword(text: string): boolean {
  return /\d/.test(text) && (text.length > LONGEST || NAMED.test(text));
}
