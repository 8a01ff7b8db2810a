import './agenda-together.test.ts';
