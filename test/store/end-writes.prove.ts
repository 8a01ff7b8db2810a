import './end-writes.test.ts';
