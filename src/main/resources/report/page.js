
(function () {
  'use strict';
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  function number(scenarios) { return scenarios + (scenarios === 1 ? ' scenario' : ' scenarios'); }

  function reveal(id) {
    var target = document.getElementById(id);
    if (!target) { return; }
    var shown = target.closest('details') || target;
    for (var e = target; e; e = e.parentElement) {
      if (e.tagName === 'DETAILS') { e.open = true; }
      e.removeAttribute('data-hide');
    }
    shown.scrollIntoView();
    var head = shown.tagName === 'DETAILS' ? shown.firstElementChild : shown;
    head.classList.remove('flash');
    void head.offsetWidth;
    head.classList.add('flash');
    if (head.tagName === 'SUMMARY') { head.focus({ preventScroll: true }); }
  }

  function fromAddress() {
    var id = location.hash.slice(1);
    if (!id) { return; }
    try { id = decodeURIComponent(id); } catch (ignored) { /* as it is */ }
    reveal(id);
  }

  function enhance(run) {
    var form = run.querySelector('.filter');
    var status = form.querySelector('.status');
    var text = form.elements.q;
    var unfold = form.elements.unfold;
    var chapters = all('.chapter', run);
    var requirements = all('details.r', run);
    var scenarios = all('details.s', run);
    var words = new Map();

    function wordsOf(element) {
      if (!words.has(element)) { words.set(element, element.textContent.toLowerCase()); }
      return words.get(element);
    }
    function chosen(name) {
      return all('input[name=' + name + ']:checked', form).map(function (box) { return box.value; });
    }
    function show(element, visible) {
      if (visible) { element.removeAttribute('data-hide'); } else { element.setAttribute('data-hide', ''); }
      return visible;
    }
    function apply() {
      var verdicts = chosen('v');
      var levels = chosen('l');
      var query = text.value.trim().toLowerCase();
      var count = 0;
      scenarios.forEach(function (s) {
        var requirement = s.closest('details.r');
        var level = !requirement || levels.indexOf(requirement.dataset.l) >= 0;
        var named = requirement && query && requirement.firstElementChild.textContent.toLowerCase().indexOf(query) >= 0;
        var matches = level && verdicts.indexOf(s.dataset.v) >= 0 && (!query || named || wordsOf(s).indexOf(query) >= 0);
        if (show(s, matches)) { count++; }
      });
      requirements.forEach(function (r) {
        var any = r.querySelector('details.s:not([data-hide])');
        var own = levels.indexOf(r.dataset.l) >= 0 && verdicts.indexOf(r.dataset.v) >= 0
          && !r.querySelector('details.s') && (!query || wordsOf(r).indexOf(query) >= 0);
        show(r, any || own);
        if (query && any) { r.open = true; }
      });
      chapters.forEach(function (c) { show(c, c.querySelector('.list > details:not([data-hide])')); });
      status.textContent = count === scenarios.length ? number(count) : count + ' of ' + number(scenarios.length);
    }

    var waiting;
    form.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(apply); });
    text.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
    unfold.addEventListener('click', function () {
      var open = unfold.textContent === 'Unfold all';
      requirements.forEach(function (r) { r.open = open; });
      unfold.textContent = open ? 'Fold all' : 'Unfold all';
    });
    apply();
  }

  all('.run').forEach(enhance);
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      var field = document.querySelector('.filter input[type=search]');
      if (field) { event.preventDefault(); field.focus(); }
    }
  });
  var unfolded = [];
  window.addEventListener('beforeprint', function () {
    unfolded = all('details:is(.r, .s):is(.f, .c, .e):not([open])');
    unfolded.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { unfolded.forEach(function (d) { d.open = false; }); });
  window.addEventListener('hashchange', fromAddress);
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) { fromAddress(); }
  });
  fromAddress();
})();
