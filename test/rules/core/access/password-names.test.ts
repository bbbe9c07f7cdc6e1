import { expect, test } from 'vitest';
import { mayBePassword } from '../../../../src/core/access/password-names.ts';

test.each([
  ...[
    'password',
    'passwd',
    'passphrase',
    'pwd',
    'Kennwort',
    'contraseña',
    'mot de passe',
    'senha',
    'parola',
    'hasło',
    'heslo',
  ],
  ...[
    'lösenord',
    'salasana',
    'şifre',
    'пароль',
    '密码',
    'パスワード',
    '비밀번호',
    'סיסמה',
    'كلمة المرور',
    'पासवर्ड',
  ],
])('a text with a digit and %j may hold a password', (name) => {
  expect(mayBePassword(`${name}: a1`)).toBe(true);
  expect(mayBePassword(`${name}: none`)).toBe(false);
});

test.each(['compass 5', 'word 5', 'a pass-through 5', '5'])(
  '%j holds none, or none that is looked for long',
  (text) => {
    expect(mayBePassword(text)).toBe(/(?<![a-z])pass/.test(text));
  },
);
