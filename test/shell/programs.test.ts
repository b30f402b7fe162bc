import { describe, expect, it } from 'vitest';
import { Console, consoleWorld } from '../support/console';
import { programs } from '../../src/shell/registry';

const PROMPT = 'you@ws1:~$ ';
const output = (line: string) => {
  const text = new Console().run(line);
  expect(text.startsWith(`${line}\n`)).toBe(true);
  expect(text.endsWith(PROMPT)).toBe(true);
  return text.slice(line.length + 1, -PROMPT.length);
};

describe('text programs', () => {
  it.each([
    ['echo a  b', 'a b\n'],
    ['echo -n a', 'a'],
    ['echo -nn -x', '-x'],
    [String.raw`echo -e 'a\tb\x41\0102\\'`, 'a\tbAB\\\n'],
    [String.raw`echo -e 'a\cb'`, 'a'],
    [String.raw`echo 'a\tb'`, 'a\\tb\n'],
    [String.raw`echo -eE 'a\tb'`, 'a\\tb\n'],
    [String.raw`printf 'a\r\nb\n' | cat -A`, 'a^M$\nb$\n'],
    [String.raw`printf 'a\r\nb\rc\n'`, 'a\nb^Mc\n'],
    [String.raw`printf '%s-%s\n' a b c`, 'a-b\nc-\n'],
    [String.raw`printf '%d|%3d|%-3d|%03d|%x|%c|%%\n' 7 7 7 7 255 xyz`, '7|  7|7  |007|ff|x|%\n'],
    [String.raw`printf '%s %b\n' 'a\tb' 'a\tb'`, 'a\\tb a\tb\n'],
    [String.raw`printf '\101\x42\u20ac\n'`, 'AB€\n'],
    ['printf x y z', 'x'],
    ['printf %d abc', 'bash: printf: abc: invalid number\n0'],
    [String.raw`printf 'a\n%d %d\n' b 5`, 'a\nbash: printf: b: invalid number\n0 5\n'],
    ['printf %z', "bash: printf: `z': invalid format character\n"],
    ['printf', 'printf: usage: printf format [arguments]\n'],
    [String.raw`printf '\x1b[2J\x07\xff'`, '^[[2J^G\\xff'],
    [String.raw`printf '\xc3'; printf '\xa9\n'`, '\\xc3\\xa9\n'],
    ['printf you | base64', 'eW91\n'],
    ['echo you | base64', 'eW91Cg==\n'],
    [String.raw`printf '\0you\0secret' | base64`, 'AHlvdQBzZWNyZXQ=\n'],
    ['echo eW91 | base64 -d', 'you'],
    ['echo eW9 | base64 -d', 'yobase64: invalid input\n'],
    ['echo e*W91 | base64 -d', 'base64: invalid input\n'],
    ['echo e*W91 | base64 -di', 'you'],
    ['printf %060d 0 | base64', `${'MDAw'.repeat(19)}\nMDAw\n`],
    ['printf %060d 0 | base64 -w0', 'MDAw'.repeat(20)],
    ['printf %06d 0 | base64 -w 3', 'MDA\nwMD\nAw\n'],
    ['base64 -w x notes.txt', 'base64: invalid wrap size: ‘x’\n'],
    ['base64 -z', "base64: invalid option -- 'z'\nTry 'man base64' for the options it has here.\n"],
    ['cat notes.txt', 'one\ntwo\nthree\n'],
    ['cat -n notes.txt', '     1\tone\n     2\ttwo\n     3\tthree\n'],
    ['cat nosuch notes.txt; echo $?', 'cat: nosuch: No such file or directory\none\ntwo\nthree\n1\n'],
    ['cat /etc', 'cat: /etc: Is a directory\n'],
    ['echo x | cat - notes.txt', 'x\none\ntwo\nthree\n'],
    [String.raw`printf '\tx\xe9\x7f\n' | cat -vT`, '^IxM-i^?\n'],
    ['head -n 1 notes.txt', 'one\n'],
    ['tail -n2 notes.txt', 'two\nthree\n'],
    ['tail -n 0 notes.txt', ''],
    ['head -n1 notes.txt notes.txt', '==> notes.txt <==\none\n\n==> notes.txt <==\none\n'],
    ['head -n x notes.txt', 'head: invalid number of lines: ‘x’\n'],
    ['wc notes.txt', ' 3  3 14 notes.txt\n'],
    ['wc -l notes.txt notes.txt', ' 3 notes.txt\n 3 notes.txt\n 6 total\n'],
    [String.raw`printf 'é\r\n' | wc -c`, '4\n'],
    ['printf é | wc -m', '1\n'],
    ['grep t notes.txt', 'two\nthree\n'],
    ['grep -in T notes.txt', '2:two\n3:three\n'],
    ['grep -c t notes.txt', '2\n'],
    ['grep -v t notes.txt', 'one\n'],
    ['grep -F o.e notes.txt; echo $?', '1\n'],
    ["grep '^t.*e$' notes.txt", 'three\n'],
    [String.raw`grep 'e\{2\}' notes.txt`, 'three\n'],
    ["grep 'e{2}' notes.txt", ''],
    ["grep -E 'e{2}|n' notes.txt", 'one\nthree\n'],
    ["grep -E '(' notes.txt", 'grep: Invalid regular expression\n'],
    ['grep t notes.txt notes.txt', 'notes.txt:two\nnotes.txt:three\nnotes.txt:two\nnotes.txt:three\n'],
    ['grep', "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'man grep' for the options it has here.\n"],
    ['pwd', '/home/you\n'],
    ['cd nosuch', 'bash: cd: nosuch: No such file or directory\n'],
    ['cd notes.txt', 'bash: cd: notes.txt: Not a directory\n'],
    ['cd a b', 'bash: cd: too many arguments\n'],
    ['ls', 'notes.txt\n'],
    ['ls /', 'etc  home  root  srv  tmp  var\n'.replace('etc', 'dev  etc')],
    ['ls / | head -n 2', 'dev\netc\n'],
    ['ls -a', '.  ..  notes.txt\n'],
    ['ls -l', 'total 4\n-rw-r--r-- 1 you   you      14 Jan 15 09:00 notes.txt\n'],
    ['ls -l notes.txt', '-rw-r--r-- 1 you   you      14 Jan 15 09:00 notes.txt\n'],
    ['ls nosuch notes.txt', "ls: cannot access 'nosuch': No such file or directory\nnotes.txt\n"],
    ['ls /srv /etc/hosts', '/etc/hosts\n\n/srv:\nletters\n'],
    ['ls ../../srv/letters/./', 'a.eml\n'],
  ])('%s', (line, text) => {
    expect(output(line)).toBe(text);
  });

  it('read the terminal until ^D', () => {
    const console = new Console();
    console.run('cat', 'one');
    expect(console.look()).toBe('');
    expect(console.run('tw\x7fwo')).toBe('two\ntwo\n');
    expect(console.keys('\x04').look()).toBe(PROMPT);
    expect(console.run('base64', 'you\x04', '\x04')).toContain('eW91Cg==\n');
  });
});

describe('machines and time', () => {
  it.each([
    ['whoami', 'you\n'],
    ['id', 'uid=1000(you) gid=1000(you) groups=1000(you)\n'],
    ['id root', 'uid=0(root) gid=0(root) groups=0(root)\n'],
    ['id ada', 'id: ‘ada’: no such user\n'],
    ['hostname', 'ws1\n'],
    ['hostname -f', 'ws1.campus.example\n'],
    ['hostname -d', 'campus.example\n'],
    ['hostname -I', '192.0.2.10\n'],
    ['hostname mx9', 'hostname: you must be root to change the host name\n'],
    ['uname', 'Linux\n'],
    ['uname -n', 'ws1\n'],
    ['date', 'Mon Jan 15 09:00:00 UTC 2024\n'],
    ['date -u', 'Mon Jan 15 09:00:00 UTC 2024\n'],
    ['date -R', 'Mon, 15 Jan 2024 09:00:00 +0000\n'],
    ["date '+%F %T %a %e %b %y %s%%'", '2024-01-15 09:00:00 Mon 15 Jan 24 1705309200%\n'],
    ['date -x', 'date: invalid option ‘-x’\n'],
    ['date 0101', 'date: cannot set date: Operation not permitted\n'],
    ['sleep 30m; date', 'Mon Jan 15 09:30:00 UTC 2024\n'],
    ['sleep 1d 6h 1 0.5s; date', 'Tue Jan 16 15:00:01 UTC 2024\n'],
    ['sleep 20d; date -R', 'Sun, 04 Feb 2024 09:00:00 +0000\n'],
    ['sleep 0', ''],
    ['sleep', "sleep: missing operand\nTry 'man sleep' for more information.\n"],
    ['sleep x 3 5w', "sleep: invalid time interval ‘x’\nsleep: invalid time interval ‘5w’\nTry 'man sleep' for more information.\n"],
    ['sleep 400d', 'sleep: at most 366d at a time in this world\n'],
    ['cat /etc/hostname', 'ws1\n'],
    ['cat /etc/resolv.conf', 'search campus.example\nnameserver 192.0.2.53\n'],
    ['grep ws1 /etc/hosts', '192.0.2.10\tws1.campus.example ws1\n'],
    [
      'grep -E "^(smtp|submission)" /etc/services',
      'smtp\t\t25/tcp\t\tmail\nsubmissions\t465/tcp\t\tssmtp smtps urd\nsubmission\t587/tcp\n',
    ],
    ['which telnet nosuch; echo $?', '/usr/bin/telnet\n1\n'],
    ['man nosuch', 'No manual entry for nosuch\n'],
    ['man', "What manual page do you want?\nFor example, try 'man man'.\n"],
    ['help nosuch', "bash: help: no help topics match 'nosuch'.  Try 'help'.\n"],
  ])('%s', (line, text) => {
    expect(output(line)).toBe(text);
  });

  it('name every program in help, each with a manual', () => {
    const help = output('help');
    const longest = Math.max(...programs.map(({ name }) => name.length));
    for (const { name, summary, manual } of programs) {
      expect(help).toContain(`  ${name.padEnd(longest)}  ${summary}\n`);
      expect(manual).toMatch(new RegExp(`^NAME\n    ${name} - .+\n\nSYNOPSIS\n    ${name}`));
      expect(output(`man ${name}`)).toBe(manual);
      expect(Math.max(...manual.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    expect(output('man bash')).toContain('Not here: * and ?');
  });
});

describe('ping', () => {
  it('counts', () => {
    expect(output('ping -c 2 mx1')).toBe(`PING mx1 (192.0.2.25) 56(84) bytes of data.
64 bytes from 192.0.2.25: icmp_seq=1 ttl=64 time=4.00 ms
64 bytes from 192.0.2.25: icmp_seq=2 ttl=64 time=4.00 ms

--- mx1 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1000ms
rtt min/avg/max/mdev = 4.000/4.000/4.000/0.000 ms
`);
  });

  it('goes on until ^C', () => {
    const console = new Console();
    console.keys('ping 198.51.100.77\r').wait(3500);
    console.look();
    expect(console.keys('\x03').look()).toContain(
      '^C\n--- 198.51.100.77 ping statistics ---\n4 packets transmitted, 4 received, 0% packet loss',
    );
    expect(console.screen).toContain('64 bytes from 198.51.100.77: icmp_seq=4 ttl=62 time=24.0 ms\n');
  });

  it.each([
    ['ping -c 1 empty', 'From 192.0.2.10 icmp_seq=1 Destination Host Unreachable\n'],
    ['ping -c 1 empty', '1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms\n\n'],
    ['ping -c 1 quiet', '1 packets transmitted, 0 received, 100% packet loss, time 0ms\n\n'],
    ['ping nosuch', 'ping: nosuch: Name or service not known\n'],
    ['ping', 'ping: usage error: Destination address required\n'],
    ['ping -c 0 mx1', "ping: invalid argument: '0'\n"],
  ])('%s', (line, text) => {
    expect(output(line)).toContain(text);
  });
});

describe('names', () => {
  it.each([
    ['host campus.example', 'campus.example mail is handled by 10 mx1.campus.example.\n'],
    ['host mail', 'mail.campus.example is an alias for mx1.campus.example.\nmx1.campus.example has address 192.0.2.25\n'],
    ['host nosuch; echo $?', 'Host nosuch not found: 3(NXDOMAIN)\n1\n'],
    ['dig +short campus.example MX @ns1', '10 mx1.campus.example.\n'],
    ['dig @nosuch x', "dig: couldn't get address for 'nosuch': not found\n"],
    ['nslookup -type=MX campus.example', 'campus.example\tmail exchanger = 10 mx1.campus.example.\n'],
    ['nslookup nosuch', "** server can't find nosuch: NXDOMAIN\n"],
    ['dig campus.example MX', ';; flags: qr aa rd ra; QUERY: 1, ANSWER: 1'],
    ['dig campus.example MX', ';; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)\n;; WHEN: Mon Jan 15 09:00:00 UTC 2024\n'],
    ['dig @192.0.2.25 campus.example; echo $?', ';; no servers could be reached\n9\n'],
    ['dig @192.0.2.25 campus.example', `${';; communications error to 192.0.2.25#53: connection refused\n'.repeat(3)}\n; <<>> DiG`],
    ['dig @192.0.2.200 +tries=1 x', ';; communications error to 192.0.2.200#53: host unreachable\n\n; <<>> DiG'],
    ['host x 192.0.2.25; echo $?', 'connection refused\n;; no servers could be reached\n1\n'],
  ])('%s', (line, text) => {
    expect(output(line)).toContain(text);
  });
});

describe('programs that ask name servers', () => {
  it.each([
    ['dig @quiet x', 15],
    ['dig @quiet +time=2 +tries=2 x', 4],
    ['host x quiet', 10],
    ['nslookup x quiet', 15],
  ])('%s gives up after %i s', (line, seconds) => {
    expect(output(`${line}; date +%S`)).toMatch(new RegExp(`timed out[^]*reached\\n+${String(seconds).padStart(2, '0')}\\n$`));
  });
});

describe('ssh', () => {
  it('goes there and comes back', () => {
    const console = new Console();
    expect(console.run('ssh ada@mx1', 'hostname; pwd', 'exit 3', 'echo $?')).toBe(
      `ssh ada@mx1\nThe mail server of the campus.\nada@mx1:~$ hostname; pwd\nmx1\n/home/ada\nada@mx1:~$ exit 3\nlogout\nConnection to mx1 closed.\n${PROMPT}echo $?\n3\n${PROMPT}`,
    );
    expect(console.events('terminal.login').map(({ host, user }) => `${user}@${host}`)).toEqual([
      'you@ws1.campus.example',
      'ada@mx1.campus.example',
      'you@ws1.campus.example',
    ]);
  });

  it('takes a name that both machines know', () => {
    expect(new Console().run('ssh mx1')).toContain('you@mx1:~$ ');
    expect(new Console(consoleWorld(), 'mx1.campus.example', 'ada').run('ssh ws1')).toContain(
      'You are on ws1.campus.example now, as you.\nyou@ws1:~$ ',
    );
  });

  it('does the rest of the line when it is back', () => {
    const console = new Console();
    console.run('ssh mx1; hostname');
    expect(console.run('hostname; exit; echo never')).toBe(
      `hostname; exit; echo never\nmx1\nlogout\nConnection to mx1 closed.\nws1\n${PROMPT}`,
    );
  });

  it.each([
    ['ssh nosuch', 'ssh: Could not resolve hostname nosuch: Name or service not known\n'],
    ['ssh bram@mx1; echo $?', 'bram@mx1: Permission denied (publickey,password).\n255\n'],
    ['ssh ns1', 'you@ns1: Permission denied (publickey,password).\n'],
    ['ssh empty', 'ssh: connect to host empty port 22: No route to host\n'],
    ['ssh mx1 date', 'ssh: running one command on the other machine works on a real machine; here, log in and type it there\n'],
    ['ssh', 'usage: ssh [-l user] [user@]host\n'],
  ])('%s', (line, text) => {
    expect(output(line)).toBe(text);
  });

  it('waits for a machine that is silent', () => {
    const console = new Console();
    console.keys('ssh quiet\r').wait(128_000);
    expect(console.look()).toContain('ssh: connect to host quiet port 22: Connection timed out\n');
  });
});
