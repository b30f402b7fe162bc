export default `NAME
    telnet - talk to a server line by line

SYNOPSIS
    telnet [HOST [PORT]]

DESCRIPTION
    Opens a TCP connection to PORT of HOST and shows what comes back. PORT
    is a number or a name of /etc/services (smtp is 25). Without a PORT it
    is 23, the port of the telnet service itself, which is not mail.

    Your line stays here until Enter; Backspace, ^W and ^U edit it. Enter
    sends it with CR LF at its end, which is what mail protocols want.
    Cursor keys do not edit: they are octets like any other (you see ^[[D)
    and travel with the line. Octets from the server are shown, never
    obeyed: ^H, ^[ or \\xff.

    ^]          asks telnet itself: help, status, mode, quit; an empty line
                goes back.
                What was typed on the line before it is sent without its end.
    ^D          sends an unfinished line as it is; alone, it sends the octet 04.
    ^C          does not end telnet. It forgets your line and sends the octets
                FF F4 FF FD 06, which a mail server takes for nonsense. (The
                real program then also hides all replies; this one goes on.)

CHARACTER MODE
    ^] and then "mode character" make every key leave at once, as the octets
    it is made of; "mode line" ends that. Nothing is edited, and you see what
    goes out: Backspace travels as 08 (^H; keyboards that send 7F for it are
    set to 08 here, as by stty erase ^H), cursor keys as 1B 5B 44, ^C as 03.
    Enter stays CR LF. Windows' telnet works in this way from the start. (The
    real program here also asks the server for permission, with the octets FF
    FD 03 FF FD 01, which a mail server takes for the beginning of a command;
    hides what you type; and needs "toggle crlf". This one spares you that.)

EXAMPLES
    telnet mx1.campus.example 25
    telnet mx1.campus.example smtp

SEE ALSO
    nc, host, RFC 854
`;
