export default `NAME
    nc - send and receive octets over TCP (netcat)

SYNOPSIS
    nc [-46CNnvz] [-w SECONDS] HOST PORT

DESCRIPTION
    Opens a connection and sends its standard input, octet for octet; what
    comes back is its output. A typed line ends with LF alone. Mail
    protocols want CR LF:

    -C  send CR LF for each LF that has no CR before it
    -N  when the input ends, say so to the server (half-close)
    -v  say whether the connection opened, and why not
    -w  give up after SECONDS without connection or without an octet
    -z  only see whether the port is open

    The input of a pipe is sent at once and nc stays until the server closes.
    Without -v a failure is silent: look at $?.

EXAMPLES
    nc -C mx1.campus.example 25
    printf 'QUIT\\r\\n' | nc mx1.campus.example 25
    nc -vz mx1.campus.example 587

SEE ALSO
    telnet, printf
`;
