import { render } from 'preact';
import { Demonstrations } from './demonstrations.tsx';

const root = document.querySelector('main');
if (root !== null) {
  root.replaceChildren();
  render(<Demonstrations />, root);
}
