/**
 * Tokens of litmus tests in herd's C format. A file has four parts, and "(*" opens a comment in all
 * of them but in the threads' code, where it is C: a parenthesis and a dereference.
 */
lexer grammar LitmusLexer;

// the first line: C and the name of the test
TITLE : 'C' [ \t]+ ~[ \t\r\n]+ ~[\r\n]* -> mode(HEADER) ;
START_COMMENT : COMMENT -> skip ;
START_SPACE : SPACE -> skip ;
START_OTHER : ~[ \t\r\n(/]+ ;
START_ANY : . -> type(START_OTHER) ;

// free text up to the initial state
mode HEADER;
HEADER_COMMENT : COMMENT -> skip ;
HEADER_STRING : '"' ~["]* '"' -> skip ;
HEADER_TEXT : ~[{("]+ -> skip ;
HEADER_OPEN : '{' -> type(LBRACE), mode(INIT) ;
HEADER_ANY : [("] -> skip ;

// the initial state
mode INIT;
INIT_COMMENT : COMMENT -> skip ;
INIT_LINE_COMMENT : LINE_COMMENT -> skip ;
INIT_SPACE : SPACE -> skip ;
INIT_CLOSE : '}' -> type(RBRACE), mode(DEFINITIONS) ;
INIT_OPEN : '{' -> type(LBRACE), pushMode(INIT_VALUES) ;
INIT_STRUCT : 'struct' -> type(STRUCT) ;
INIT_ATOMIC_INIT : 'ATOMIC_INIT' -> type(ATOMIC_INIT) ;
INIT_QUALIFIER : QUALIFIERS -> type(QUALIFIER) ;
INIT_BASE : BASES -> type(BASE_TYPE) ;
INIT_NAME : IDENTIFIER -> type(NAME) ;
INIT_NUMBER : DIGITS -> type(NUMBER) ;
INIT_STAR : '*' -> type(STAR) ;
INIT_AND : '&' -> type(AND) ;
INIT_MINUS : '-' -> type(MINUS) ;
INIT_ASSIGN : '=' -> type(ASSIGN) ;
INIT_SEMI : ';' -> type(SEMI) ;
INIT_COLON : ':' -> type(COLON) ;
INIT_LPAR : '(' -> type(LPAR) ;
INIT_RPAR : ')' -> type(RPAR) ;
INIT_LBRACKET : '[' -> type(LBRACKET) ;
INIT_RBRACKET : ']' -> type(RBRACKET) ;
INIT_ANY : . -> type(UNKNOWN) ;

// the values of an array
mode INIT_VALUES;
VALUES_SPACE : SPACE -> skip ;
VALUES_NUMBER : DIGITS -> type(NUMBER) ;
VALUES_MINUS : '-' -> type(MINUS) ;
VALUES_COMMA : ',' -> type(COMMA) ;
VALUES_CLOSE : '}' -> type(RBRACE), popMode ;
VALUES_ANY : . -> type(UNKNOWN) ;

// between the threads, and the condition behind them
mode DEFINITIONS;
DEF_COMMENT : COMMENT -> skip ;
DEF_LINE_COMMENT : LINE_COMMENT -> skip ;
DEF_SPACE : SPACE -> skip ;
THREAD : 'P' [0-9]+ ;
LOCATIONS : 'locations' ;
FILTER : 'filter' ;
NOT_EXISTS : '~' [ \t]* 'exists' ;
EXISTS : 'exists' ;
FORALL : 'forall' ;
NOT_WORD : 'not' ;
TRUE : 'true' ;
CONJUNCTION : '/\\' ;
DISJUNCTION : '\\/' ;
IMPLIES : '=>' ;
TILDE : '~' ;
DEF_NE : '!=' -> type(NE) ;
DEF_EQ : '==' -> type(ASSIGN) ;
DEF_STRUCT : 'struct' -> type(STRUCT) ;
DEF_QUALIFIER : QUALIFIERS -> type(QUALIFIER) ;
DEF_BASE : BASES -> type(BASE_TYPE) ;
DEF_NAME : IDENTIFIER -> type(NAME) ;
DEF_NUMBER : DIGITS -> type(NUMBER) ;
DEF_STAR : '*' -> type(STAR) ;
DEF_AND : '&' -> type(AND) ;
DEF_MINUS : '-' -> type(MINUS) ;
DEF_ASSIGN : '=' -> type(ASSIGN) ;
DEF_SEMI : ';' -> type(SEMI) ;
DEF_COMMA : ',' -> type(COMMA) ;
DEF_COLON : ':' -> type(COLON) ;
DEF_LPAR : '(' -> type(LPAR) ;
DEF_RPAR : ')' -> type(RPAR) ;
DEF_LBRACKET : '[' -> type(LBRACKET) ;
DEF_RBRACKET : ']' -> type(RBRACKET) ;
DEF_OPEN : '{' -> type(LBRACE), pushMode(CODE) ;
DEF_ANY : . -> type(UNKNOWN) ;

// what a thread does
mode CODE;
CODE_COMMENT : C_COMMENT -> skip ;
CODE_LINE_COMMENT : LINE_COMMENT -> skip ;
CODE_SPACE : SPACE -> skip ;
IF : 'if' ;
ELSE : 'else' ;
WHILE : 'while' ;
STRUCT : 'struct' ;
ATOMIC_INIT : 'ATOMIC_INIT' ;
QUALIFIER : QUALIFIERS ;
BASE_TYPE : BASES ;
NAME : IDENTIFIER ;
NUMBER : DIGITS ;
EQ : '==' ;
NE : '!=' ;
LE : '<=' ;
GE : '>=' ;
LT : '<' ;
GT : '>' ;
STAR : '*' ;
DIV : '/' ;
PLUS : '+' ;
MINUS : '-' ;
LOGICAL_AND : '&&' ;
LOGICAL_OR : '||' ;
NOT : '!' ;
CODE_TILDE : '~' -> type(TILDE) ;
AND : '&' ;
XOR : '^' ;
OR : '|' ;
ASSIGN : '=' ;
SEMI : ';' ;
COMMA : ',' ;
COLON : ':' ;
LPAR : '(' ;
RPAR : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' -> pushMode(CODE) ;
RBRACE : '}' -> popMode ;
UNKNOWN : . ;

fragment COMMENT : '(*' .*? '*)' | C_COMMENT ;
fragment C_COMMENT : '/*' .*? '*/' ;
fragment LINE_COMMENT : '//' ~[\r\n]* ;
fragment SPACE : [ \t\r\n\f]+ ;
fragment IDENTIFIER : [A-Za-z_] [A-Za-z0-9_]* ;
fragment DIGITS : '0' [xX] [0-9a-fA-F]+ | [0-9]+ ;
fragment QUALIFIERS : 'volatile' | 'const' | 'unsigned' | 'signed' ;
fragment BASES
    : 'void' | 'char' | 'short' | 'int' | 'long' | 'bool'
    | 'intptr_t' | 'uintptr_t' | 'size_t' | 'u8' | 'u16' | 'u32' | 'u64'
    ;
