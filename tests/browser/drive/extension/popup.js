document.body.dataset.ready = 'yes';
(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ ask: 'born' });
